// What happens by itself as time passes: checkouts expire, banks decide, months are billed. In the order in which it is due.
import { checkoutsDue } from './money/complete-checkout.ts';
import { invoicesDue } from './money/invoices.ts';
import { subscriptionsDue } from './money/subscriptions.ts';
import type { World } from './world.ts';

interface Due {
  at: number;
  run: () => void;
}

function nextDue(world: World): Due | undefined {
  const all = world
    .shelves()
    .flatMap((shelf) => [
      ...checkoutsDue(world, shelf),
      ...invoicesDue(world, shelf),
      ...subscriptionsDue(world, shelf),
    ]);
  return all.reduce<Due | undefined>((first, it) => (first === undefined || it.at < first.at ? it : first), undefined);
}

/** What is due by now. */
export function runDue(world: World): void {
  for (let due = nextDue(world); due && due.at <= world.now; due = nextDue(world)) due.run();
  world.journal.flush();
}

/** Moves the clock ahead, stopping wherever something is due: it happens at its own time. */
export function advance(world: World, seconds: number): void {
  const target = world.now + seconds;
  for (let due = nextDue(world); due && due.at <= target; due = nextDue(world)) {
    if (due.at > world.now) world.advance(due.at - world.now);
    due.run();
  }
  if (target > world.now) world.advance(target - world.now);
  world.journal.flush();
}
