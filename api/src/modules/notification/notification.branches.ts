// What notifications add to a member, as SQL over the member's row (m).
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { connectionFrom, decodeFeedCursor } from '../../graphql/connection.ts';
import { memberParent } from '../member/member.entity.ts';
import { notificationJson } from './notification.entity.ts';
import type { Notification, NotificationConnection } from './notification.entity.ts';
import type { NotificationsInput } from './notification.inputs.ts';

const ofMember = 'from notification n where n.gym_id = m.gym_id and n.member_id = m.id';

export const openNotifications = defineBranch<Notification[]>({
  parent: memberParent,
  field: 'openNotifications',
  sql: (_, asked) =>
    jsonList(`select ${notificationJson(asked)} as j ${ofMember} and n.completed_at is null order by n.due_on, n.id`),
});

const withStatus = (status: string): string =>
  `${ofMember} and (${status}::text is null or (${status} = 'OPEN') = (n.completed_at is null))`;

export const notifications = defineBranch<NotificationConnection, NotificationsInput>({
  parent: memberParent,
  field: 'notifications',
  params: (args) => [args.status ?? null, args.first + 1, ...decodeFeedCursor(args.after)],
  sql: ([status = '', limit, createdAt, id], asked) => `select json_build_object(
    'rows', ${jsonList(`select ${notificationJson(asked)} as j ${withStatus(status)}
      and (${createdAt}::timestamptz is null or (n.created_at, n.id) < (${createdAt}::timestamptz, ${id}::uuid))
      order by n.created_at desc, n.id desc limit ${limit}`)},
    'totalCount', ${asked('totalCount') ? `(select count(*) ${withStatus(status)})` : '0'})`,
  read: (json: { rows: Notification[]; totalCount: number }, _, args) =>
    connectionFrom(json.rows, args, json.totalCount, (notification) => [
      String(notification.createdAt),
      notification.id,
    ]),
});
