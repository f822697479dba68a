import { useEffect } from "react";
import { useAppDispatch, useAppSelector } from "../store";
import { loadUnread } from "../store/sessionSlice";

const INTERVAL = 800;

export function NotificationBell() {
  const dispatch = useAppDispatch();
  const unread = useAppSelector((state) => state.session.unread);

  useEffect(() => {
    const timer = setInterval(() => dispatch(loadUnread()), INTERVAL);
    return () => clearInterval(timer);
  }, [dispatch]);

  return <span title="Notifications">{unread > 0 ? `${unread} unread` : ""}</span>;
}
