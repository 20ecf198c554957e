// The browser goes on to the next file; what a test of this one did not leave does not.
import { afterAll } from 'vitest';
import { closeTakenPages } from './pages.ts';

afterAll(closeTakenPages);
