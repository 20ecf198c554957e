import type { Context } from '../../graphql/context.ts';
import { getGym } from '../gym/get-gym.ts';
import { getMember } from '../member/get-member.ts';
import { getEmployee } from '../staff/get-employees.ts';
import { viewerPermissions } from './viewer.policy.ts';
import { Locale, ViewerKind } from './viewer.type.ts';
import type { ViewerType } from './viewer.type.ts';

/** Null for a stranger. */
export async function getViewer(context: Context): Promise<ViewerType | null> {
  const { viewer } = context;
  if (!viewer) return null;
  const [gym, employee, member] = await Promise.all([
    getGym(context),
    viewer.employeeId ? getEmployee(context, viewer.employeeId) : null,
    viewer.memberId ? getMember(context, viewer.memberId) : null,
  ]);
  return {
    id: viewer.employeeId ?? viewer.memberId ?? '',
    kind: ViewerKind[viewer.kind],
    locale: viewer.locale === 'nl' ? Locale.NL : Locale.EN,
    permissions: viewerPermissions(viewer),
    gym,
    employee,
    member,
  };
}
