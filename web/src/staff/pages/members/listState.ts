// What the member list shows, as it stands in the address: shareable, and there again after going back. Pure.
import type { MemberSortField, MemberStatus, SortDirection } from '../../../graphql/schema.generated';

export interface ListState {
  query: string;
  tagIds: string[];
  /** An employee's id, 'none' for members without one, or '' for everybody. */
  employee: string;
  status: MemberStatus[];
  sortBy: MemberSortField;
  direction: SortDirection;
  page: number;
}

export const sortFields: readonly MemberSortField[] = ['NAME', 'MEMBER_NUMBER', 'JOINED_ON', 'LAST_VISIT'];
export const statuses: readonly MemberStatus[] = ['ACTIVE', 'PENDING', 'FORMER', 'PROSPECT'];
export const pageSize = 25;

export function readListState(search: URLSearchParams): ListState {
  const [field = '', direction] = (search.get('sort') ?? '').split('.');
  const sortBy = fromUrl(field, sortFields) ?? 'NAME';
  return {
    query: search.get('q') ?? '',
    tagIds: list(search.get('tags')),
    employee: search.get('employee') ?? '',
    status: list(search.get('status')).flatMap((name) => fromUrl(name, statuses) ?? []),
    sortBy,
    direction: direction === 'desc' ? 'DESC' : 'ASC',
    page: Math.max(1, Math.trunc(Number(search.get('page'))) || 1),
  };
}

/** Only what differs from the plain list is written, so that the plain list has the plain address. */
export function writeListState(state: ListState): URLSearchParams {
  const search = new URLSearchParams();
  if (state.query) search.set('q', state.query);
  if (state.tagIds.length > 0) search.set('tags', state.tagIds.join(','));
  if (state.employee) search.set('employee', state.employee);
  if (state.status.length > 0) search.set('status', state.status.map(toUrl).join(','));
  if (state.sortBy !== 'NAME' || state.direction !== 'ASC')
    search.set('sort', `${toUrl(state.sortBy)}.${state.direction.toLowerCase()}`);
  if (state.page > 1) search.set('page', String(state.page));
  return search;
}

/** The variables of the query that this state asks for. */
export function toVariables(state: ListState) {
  return {
    filter: {
      query: state.query.trim() || null,
      tagIds: state.tagIds.length > 0 ? state.tagIds : null,
      employeeId: state.employee && state.employee !== 'none' ? state.employee : null,
      hasEmployee: state.employee === 'none' ? false : null,
      status: state.status.length > 0 ? state.status : null,
    },
    sort: { by: state.sortBy, direction: state.direction },
    page: state.page,
    pageSize,
  };
}

export function isFiltered(state: ListState): boolean {
  return Boolean(state.query || state.employee || state.tagIds.length || state.status.length);
}

function list(value: string | null): string[] {
  return (value ?? '').split(',').filter(Boolean);
}

function toUrl(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function fromUrl<Name extends string>(value: string, known: readonly Name[]): Name | undefined {
  return known.find((name) => toUrl(name) === value);
}
