// Holds the promises about money against what happens: `npm run drill:money -- [--quick] [--only billing,sepa] [--seed 7]`.
import { runDrill } from './drill-frame.mjs';

await runDrill('drill:money', {
  submits: './submits.mjs',
  webhooks: './webhooks.mjs',
  billing: './billing.mjs',
  schedules: './schedules.mjs',
  sepa: './sepa.mjs',
});
