// The state of the list and the ways to change it; every change but the page goes back to the first page.
import { useSearchParams } from 'react-router';
import { readListState, writeListState, type ListState } from './listState';

export function useListState(): [ListState, (change: Partial<ListState>, options?: { replace?: boolean }) => void] {
  const [search, setSearch] = useSearchParams();
  const state = readListState(search);
  const change = (part: Partial<ListState>, options?: { replace?: boolean }) =>
    setSearch(writeListState({ ...state, page: 1, ...part }), options);
  return [state, change];
}
