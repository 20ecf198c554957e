// axe, and where a page of a server that the tests started finds it.
import { createRequire } from 'node:module';

export const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
export const axePath = '/assets/axe.min.js';
