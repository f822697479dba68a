import { useGetNoticeQuery } from '../services/notices';

export function NoticeBar() {
  const { data: notice } = useGetNoticeQuery(undefined, { pollingInterval: 800 });
  return <aside>{notice?.text ?? 'No notices'}</aside>;
}
