import type { ClaimDocument } from "../api/types";
import { formatSize } from "../lib/format";
import { useAppDispatch, useAppSelector } from "../store";
import { documentClosed, documentOpened, selectOpenDocument } from "../store/claimSlice";

export function Documents({ documents }: { documents: ClaimDocument[] }) {
  const dispatch = useAppDispatch();
  const openId = useAppSelector((state) => state.claim.openDocumentId);
  const open = useAppSelector(selectOpenDocument);

  return (
    <section>
      <h3>Documents</h3>
      {documents.map(({ id, name }) => (
        <button key={id} type="button" onClick={() => dispatch(documentOpened(id))}>{`Open ${name}`}</button>
      ))}
      {openId && open && (
        <aside>
          <p>{`${open.name} has ${formatSize(open.bytes)}`}</p>
          <button type="button" onClick={() => dispatch(documentClosed())}>Close</button>
        </aside>
      )}
    </section>
  );
}
