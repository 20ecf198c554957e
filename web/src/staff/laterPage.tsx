// A page that is a bundle of its own, with a skeleton in its place while it is on its way.
import type { ReactNode } from 'react';
import { later } from '../ui/later';
import { PageSkeleton } from './PageSkeleton';

export const laterPage = (load: () => Promise<{ default: () => ReactNode }>) => later(load, <PageSkeleton />);
