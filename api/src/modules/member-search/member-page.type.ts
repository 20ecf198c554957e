import { pageOf } from '../../graphql/page.ts';
import { Member } from '../member/member.entity.ts';

export const MemberPage = pageOf('Member', () => Member);
export type MemberPage = InstanceType<typeof MemberPage>;
