// Plays the subscriptions of a member over the years in memory, with the product's own computation: changes, cancellations,
// undoing, a daily job that is late. At the end every contract must have cost what its days cost, worked out plainly.
import { addDays } from '../modules/gym/calendar-day.ts';
import { chargesDue } from '../modules/subscription/plan-charges.ts';
import type { PurchaseStatus } from '../modules/purchase/purchase.type.ts';
import { planSubscriptionChange } from '../modules/subscription/plan-subscription-change.ts';
import type { Plan, PlannedLine } from '../modules/subscription/plan-subscription-change.ts';
import { supplementOf } from '../modules/subscription/plan-undo.ts';
import { readWish } from '../modules/subscription/read-wish.ts';
import { isHeldBesides, refusalOf } from '../modules/subscription/refuse-wish.ts';
import type { SubscriptionChangeInput } from '../modules/subscription/subscription-change.inputs.ts';
import { SubscriptionChangeKind, SubscriptionChangeMoment } from '../modules/subscription/subscription-change.type.ts';
import type { Facts, Offer } from '../modules/subscription/subscription-facts.ts';
import type { Contract } from '../modules/subscription/subscription-situation.ts';
import { SubscriptionBilling } from '../modules/subscription/subscription-terms.type.ts';
import { referenceCost } from './billing-reference.ts';

/** One thing that happens, so many days after the one before. Which it is about is chosen by `pick`. */
export interface Step {
  days: number;
  /** The daily job ran in the meantime, on that day. */
  jobRan: boolean;
  does: 'ADD' | 'CHANGE' | 'CANCEL' | 'UNDO' | 'PAY';
  pick: number;
  offer: number;
  moment: 'NOW' | 'NEXT_PERIOD';
  billing: 'MONTHLY' | 'YEARLY' | null;
  priceCents: number | null;
  inDays: number | null;
}

interface Line {
  contractId: string;
  plan: PlannedLine;
  id: string;
  status: 'OPEN' | 'PAID' | 'CANCELLED';
}

interface Change {
  kind: 'ADD' | 'CHANGE' | 'CANCEL';
  contractId: string | null;
  madeId: string | null;
  formerEndsOn: string | null;
  lineIds: string[];
  madeOn: string;
}

/** The computation that is played with: drills put faults into it, to see that they are found. */
export interface Product {
  plan: typeof planSubscriptionChange;
  supplementOf: typeof supplementOf;
  refusalOf: typeof refusalOf;
}
export const theProduct: Product = { plan: planSubscriptionChange, supplementOf, refusalOf };

export class SubscriptionLife {
  today: string;
  readonly #offers: Offer[];
  /** Those that were taken back are kept aside: undoing may bring them back. */
  readonly #contracts = new Map<string, Contract & { isVoided: boolean }>();
  readonly #lines: Line[] = [];
  readonly #changes: Change[] = [];
  #ids = 0;

  readonly #product: Product;

  constructor(today: string, offers: Offer[], product: Product = theProduct) {
    this.today = today;
    this.#offers = offers;
    this.#product = product;
  }

  take(step: Step): void {
    this.today = addDays(this.today, step.days);
    if (step.jobRan) this.charge();
    if (step.does === 'UNDO') this.#undo();
    else if (step.does === 'PAY') this.#pay(step.pick);
    else this.#change(step);
  }

  /** As the daily job does it: from the latest period that has a line on. */
  charge(): void {
    for (const contract of this.#live()) {
      const starts = this.#chargedOf(contract.id).map(({ plan }) => plan.periodStartsOn);
      const after = starts.sort().at(-1);
      for (const charge of chargesDue(contract, after ? addDays(after, 1) : contract.startsOn, this.today))
        this.#write({
          ...charge,
          subscriptionId: contract.id,
          typeName: '',
          vatCents: 0,
          vatRateBp: 0,
          correctsId: null,
        });
    }
  }

  /** What is wrong, in words. */
  problems(): string[] {
    this.charge();
    const wrong = [...this.#contracts.values()].flatMap((contract) => {
      const is = this.#lines
        .filter((line) => line.contractId === contract.id && line.status !== 'CANCELLED')
        .reduce((sum, { plan }) => sum + plan.totalCents, 0);
      const should = contract.isVoided ? 0 : referenceCost(contract, this.today);
      return is === should
        ? []
        : [`${contract.id} ${JSON.stringify(contract)} costs ${is} and not ${should} on ${this.today}`];
    });
    return [...wrong, ...this.#twice()];
  }

  #live(): Contract[] {
    return [...this.#contracts.values()].filter(({ isVoided }) => !isVoided);
  }

  #chargedOf(contractId: string): Line[] {
    return this.#lines.filter((line) => line.contractId === contractId && line.plan.correctsId === null);
  }

  #facts(): Facts {
    const lines = this.#lines
      .filter(({ plan }) => plan.correctsId === null)
      .map(({ id, contractId, plan, status }) => ({
        id,
        subscriptionId: contractId,
        periodStartsOn: plan.periodStartsOn,
        periodEndsOn: plan.periodEndsOn,
        vatRateBp: 900,
        status: status as PurchaseStatus,
        paymentMethod: 'ACCOUNT' as never,
        leftCents: status === 'CANCELLED' ? 0 : plan.totalCents + this.#takenFrom(id),
        leftVatCents: 0,
      }));
    return {
      ...{ memberId: '', memberNumber: 1, currency: 'EUR', locale: 'en', paymentMethod: 'ACCOUNT' as never },
      ...{ paymentBlock: null, sessionTypes: [], calendars: [], offers: this.#offers },
      today: this.today,
      chargesFrom: null,
      vatChanges: [],
      contracts: this.#live().sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
      lines,
    };
  }

  #takenFrom(lineId: string): number {
    return this.#lines
      .filter(({ plan, status }) => plan.correctsId === lineId && status !== 'CANCELLED')
      .reduce((sum, { plan }) => sum + plan.totalCents, 0);
  }

  #change(step: Step): void {
    const facts = this.#facts();
    const input = this.#inputOf(step);
    let wish;
    try {
      wish = readWish(facts, input);
    } catch {
      return;
    }
    if (this.#product.refusalOf(facts, wish)) return;
    const plan = this.#product.plan(facts, wish);
    const contract = wish.kind === 'ADD' ? null : wish.contract;
    const { madeId, lineIds } = this.#apply(plan);
    const formerEndsOn = contract?.endsOn ?? null;
    this.#changes.push({
      kind: wish.kind,
      contractId: contract?.id ?? null,
      madeId,
      formerEndsOn,
      lineIds,
      madeOn: this.today,
    });
  }

  #inputOf({ does, pick, offer, moment, billing, priceCents, inDays }: Step): SubscriptionChangeInput {
    const live = this.#live();
    const day = inDays === null ? null : addDays(this.today, inDays);
    return {
      memberId: '',
      kind: SubscriptionChangeKind[does as 'ADD'],
      subscriptionId: does === 'ADD' ? null : (live[pick % Math.max(1, live.length)]?.id ?? null),
      effective: SubscriptionChangeMoment[moment],
      typeId: does === 'CANCEL' ? null : this.#offers[offer % this.#offers.length]?.id,
      billing: billing && SubscriptionBilling[billing],
      priceCents,
      startsOn: does === 'ADD' ? day : null,
      endsOn: does === 'CANCEL' ? day : null,
    };
  }

  #apply({ voidedId, end, created, lines }: Plan): { madeId: string | null; lineIds: string[] } {
    if (voidedId) this.#set(voidedId, { isVoided: true });
    if (end) this.#set(end.contractId, { endsOn: end.endsOn, ...(end.isCancelled ? { isCancelled: true } : {}) });
    const madeId = created && this.#newId();
    if (created && madeId)
      this.#contracts.set(madeId, {
        ...created.terms,
        id: madeId,
        isCancelled: false,
        replacesId: created.replacesId,
        isVoided: false,
      });
    return { madeId, lineIds: lines.map((line) => this.#write(line, madeId)) };
  }

  /** The latest change, when it may still be taken back. */
  #undo(): void {
    const change = this.#changes.pop();
    if (!change) return;
    const isCancellation = change.kind === 'CANCEL';
    const made = change.madeId === null ? undefined : this.#contracts.get(change.madeId);
    const cancelled = isCancellation ? this.#contracts.get(change.contractId ?? '') : undefined;
    const isInTime = made
      ? made.startsOn > this.today || change.madeOn === this.today
      : (cancelled?.endsOn ?? '') >= this.today;
    const touched = this.#lines.filter(
      ({ id, contractId, plan }) =>
        change.lineIds.includes(id) ||
        (made && contractId === made.id) ||
        change.lineIds.includes(plan.correctsId ?? ''),
    );
    if (!isInTime || touched.some(({ status }) => status === 'PAID')) return;
    if (this.#wouldRunTwice(change)) return;
    for (const line of touched) line.status = 'CANCELLED';
    if (made) this.#set(made.id, { isVoided: true });
    const contract = this.#contracts.get(change.contractId ?? '');
    if (!contract) return;
    const wasVoided = contract.isVoided;
    this.#set(contract.id, {
      isVoided: false,
      endsOn: change.formerEndsOn,
      ...(isCancellation ? { isCancelled: false } : {}),
    });
    const missing = wasVoided
      ? null
      : this.#product.supplementOf({ ...contract, endsOn: change.formerEndsOn }, this.#facts().lines, this.today, []);
    if (missing) this.#write(missing);
  }

  #wouldRunTwice({ contractId, madeId, formerEndsOn }: Change): boolean {
    const contract = this.#contracts.get(contractId ?? '');
    const others = this.#live().filter(({ id }) => id !== madeId);
    return (
      contract !== undefined &&
      isHeldBesides(others, contract.isVoided ? null : contract, { ...contract, endsOn: formerEndsOn })
    );
  }

  /** Types that a member would be on twice on one day. */
  #twice(): string[] {
    const recurring = this.#live().filter(({ billing }) => billing !== 'ONCE');
    return recurring.flatMap((one, at) =>
      recurring
        .slice(at + 1)
        .filter((two) => one.typeId === two.typeId && isHeldBesides([one], null, two))
        .map((two) => `${one.id} and ${two.id} run at once`),
    );
  }

  #pay(pick: number): void {
    const open = this.#lines.filter(({ status }) => status === 'OPEN');
    const line = open[pick % Math.max(1, open.length)];
    if (line) line.status = 'PAID';
  }

  #set(id: string, values: Partial<Contract & { isVoided: boolean }>): void {
    const contract = this.#contracts.get(id);
    if (contract) this.#contracts.set(id, { ...contract, ...values });
  }

  #write(plan: PlannedLine, madeId: string | null = null): string {
    const contractId = plan.subscriptionId ?? madeId ?? '';
    const isTwice = this.#chargedOf(contractId).some(({ plan: other }) => other.periodStartsOn === plan.periodStartsOn);
    if (plan.correctsId === null && isTwice)
      throw new Error(`${contractId} is charged twice for ${plan.periodStartsOn}`);
    const id = this.#newId();
    this.#lines.push({ id, contractId, plan, status: 'OPEN' });
    return id;
  }

  #newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }
}
