// Apollo's hook, with data that is whole or not there.
import { useQuery as useAnyQuery } from '@apollo/client/react';
import { wholeOrNothing } from './wholeOrNothing';

const useWholeQuery = (...call: Parameters<typeof useAnyQuery>): object => wholeOrNothing(useAnyQuery(...call));

export const useQuery = useWholeQuery as typeof useAnyQuery;
