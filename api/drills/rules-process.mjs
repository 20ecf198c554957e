// A process that runs the rules of one gym at one moment; whoever started it may kill it anywhere in between.
import 'reflect-metadata';
import process from 'node:process';
import { openDatabase } from '../dist/database/database.js';
import { entities } from '../dist/entities.js';
import { nightlyRules } from '../dist/modules/notification-rule/nightly-rules.js';

const [appUrl, gymId, now] = process.argv.slice(2);
const database = await openDatabase({ appUrl, entities, poolSize: 2 });
process.send?.('ready');
await nightlyRules(database).run(gymId, new Date(now));
await database.close();
process.exit(0);
