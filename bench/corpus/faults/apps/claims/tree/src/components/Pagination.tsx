interface Props {
  page: number;
  pageCount: number;
  onChange: (page: number) => void;
}

export function Pagination({ page, pageCount, onChange }: Props) {
  return (
    <div>
      <button type="button" disabled={page <= 1} onClick={() => onChange(page - 1)}>Previous</button>
      <span>{`Page ${page} of ${pageCount}`}</span>
      <button type="button" disabled={page >= pageCount} onClick={() => onChange(page + 1)}>Next</button>
    </div>
  );
}
