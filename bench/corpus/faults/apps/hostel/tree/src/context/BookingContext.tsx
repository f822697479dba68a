import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useMemo, useReducer } from "react";
import { type Draft, EMPTY_DRAFT, loadDraft, saveDraft } from "../lib/draft";
import { type BookingAction, bookingReducer } from "./booking-reducer";

interface BookingValue {
  draft: Draft;
  dispatch: Dispatch<BookingAction>;
}

const BookingContext = createContext<BookingValue>({ draft: EMPTY_DRAFT, dispatch: () => {} });

export function BookingProvider({ children }: { children: ReactNode }) {
  const [draft, dispatch] = useReducer(bookingReducer, undefined, loadDraft);
  useEffect(() => saveDraft(draft), [draft]);
  const value = useMemo(() => ({ draft, dispatch }), [draft]);
  return <BookingContext value={value}>{children}</BookingContext>;
}

export function useBooking(): BookingValue {
  return useContext(BookingContext);
}
