import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/endpoints';

export function NotificationBell() {
  const { data } = useQuery({
    queryKey: ['notifications'],
    queryFn: api.notifications,
    refetchInterval: 800,
    retry: false,
  });
  return <span className="badge">{`${data?.unread ?? 0} new`}</span>;
}
