import { useEffect } from 'react';
import { navigate, useParam } from '../../route/location';
import { issuePath, withQuery } from '../../route/route';
import { Notice } from '../../ui/Notice';

/** The address of an issue that was merged becomes that of the issue it is part of now. */
export function useMoved(asked: string, found: string | undefined) {
  useEffect(() => {
    if (found && found !== asked)
      navigate(issuePath(found) + withQuery(window.location.search, { merged: asked }), {
        replace: true,
      });
  }, [asked, found]);
}

/** Says where a reader of an old link has come to. */
export function Moved() {
  const merged = useParam('merged');
  if (!merged || !/^[a-z0-9-]+-\d+$/.test(merged)) return null;
  return (
    <div className="moved">
      <Notice tone="info" title={`${merged} was merged into this issue`}>
        <p>Its events, reports and hotfixes are here. The Grouping tab can undo the merge.</p>
      </Notice>
    </div>
  );
}
