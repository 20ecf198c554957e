// Works out a change of a member's subscriptions: which contracts end and begin, which lines are written at once, what is
// charged next. Pure: a preview shows the plan, the change carries it out.
import { vatWithin } from '../../database/money.ts';
import { addDays, addMonths, firstOfMonth, laterOf } from '../gym/calendar-day.ts';
import type { BillingTerms } from './billing-period.ts';
import { earliestEnd } from './earliest-end.ts';
import { chargesDue } from './plan-charges.ts';
import type { Charge } from './plan-charges.ts';
import { costOf } from './proration.ts';
import type { EarliestEnd } from './subscription-terms.type.ts';
import type { ChargedLine, Situation, Terms, Wish } from './subscription-situation.ts';
import { vatRateOn } from './vat-rate.ts';
import type { VatChange } from './vat-rate.ts';

export interface PlannedLine {
  /** Null: of the contract that the plan makes. */
  subscriptionId: string | null;
  typeName: string;
  periodStartsOn: string;
  periodEndsOn: string | null;
  totalCents: number;
  vatCents: number;
  vatRateBp: number;
  /** Of a credit: the line that it takes back, or a part of it. */
  correctsId: string | null;
}

export interface NextCharge extends Charge {
  subscriptionId: string | null;
  terms: Terms;
  chargedOn: string;
}

export interface Plan {
  effectiveOn: string;
  /** A contract that gets another last day. */
  end: { contractId: string; endsOn: string; isCancelled: boolean } | null;
  /** A contract that is replaced before, or on the day that, it starts: it never counts. */
  voidedId: string | null;
  /** A contract of which only the included session types and calendars change. */
  include: { contractId: string; sessionTypeIds: string[]; calendarIds: string[] } | null;
  created: { terms: Terms; replacesId: string | null } | null;
  lines: PlannedLine[];
  nextCharges: NextCharge[];
  earliestEnd: EarliestEnd | null;
}

type Steps = Pick<Plan, 'effectiveOn' | 'end' | 'voidedId' | 'include' | 'created' | 'earliestEnd'>;

export function planSubscriptionChange(situation: Situation, wish: Wish): Plan {
  const steps = stepsOf(situation, wish);
  const after = contractsAfter(situation, steps);
  const credits = situation.lines.flatMap((line) => creditsOf(line, situation, steps));
  const terms = steps.created?.terms;
  const charged = terms
    ? chargesDue(terms, terms.startsOn, situation.today).map((charge) => lineOf(charge, terms, situation.vatChanges))
    : [];
  const lines = [...credits, ...charged];
  return { ...steps, lines, nextCharges: nextCharges(situation, after, charged).slice(0, 3) };
}

const nothing = { end: null, voidedId: null, include: null, created: null, earliestEnd: null };

function stepsOf({ today }: Situation, wish: Wish): Steps {
  if (wish.kind === 'ADD')
    return { ...nothing, effectiveOn: wish.terms.startsOn, created: { terms: wish.terms, replacesId: null } };
  const { contract } = wish;
  if (wish.kind === 'CANCEL') {
    const earliest = earliestEnd(contract, today);
    const endsOn = wish.endsOn ?? earliest.endsOn;
    const end = { contractId: contract.id, endsOn, isCancelled: true };
    return { ...nothing, effectiveOn: addDays(endsOn, 1), end, earliestEnd: earliest };
  }
  const { terms } = wish;
  if (wish.isInPlace) {
    const { sessionTypeIds, calendarIds } = terms;
    return {
      ...nothing,
      effectiveOn: laterOf(today, contract.startsOn),
      include: { contractId: contract.id, sessionTypeIds, calendarIds },
    };
  }
  const isVoided = contract.startsOn >= terms.startsOn;
  return {
    ...nothing,
    effectiveOn: terms.startsOn,
    end: isVoided ? null : { contractId: contract.id, endsOn: addDays(terms.startsOn, -1), isCancelled: false },
    voidedId: isVoided ? contract.id : null,
    created: { terms, replacesId: contract.id },
  };
}

interface ContractAfter {
  id: string | null;
  terms: Terms;
}

/** The contracts as they will be, for what is charged of them. */
function contractsAfter({ contracts }: Situation, { end, voidedId, created }: Steps): ContractAfter[] {
  const kept = contracts
    .filter(({ id }) => id !== voidedId)
    .map((contract) => ({
      id: contract.id,
      terms: end?.contractId === contract.id ? { ...contract, endsOn: end.endsOn } : contract,
    }));
  return created ? [...kept, { id: null, terms: created.terms }] : kept;
}

/** What is given back of a line for the days that its contract no longer runs. What was charged elsewhere has no line. */
function creditsOf(line: ChargedLine, { contracts }: Situation, { end, voidedId }: Steps): PlannedLine[] {
  const contract = contracts.find(({ id }) => id === line.subscriptionId);
  if (!contract) return [];
  const keptUntil = contract.id === voidedId ? addDays(line.periodStartsOn, -1) : lastDayAfter(contract.id, end);
  if (keptUntil === null) return [];
  const creditFrom = laterOf(line.periodStartsOn, addDays(keptUntil, 1));
  const isBoughtOnce = contract.billing === 'ONCE' && contract.id !== voidedId;
  if (isBoughtOnce || (line.periodEndsOn !== null && creditFrom > line.periodEndsOn)) return [];
  const keptCents = keptUntil < line.periodStartsOn ? 0 : costOf(contract, line.periodStartsOn, keptUntil);
  const totalCents = Math.min(0, keptCents - line.leftCents);
  if (totalCents === 0) return [];
  return [
    {
      subscriptionId: contract.id,
      typeName: contract.typeName,
      periodStartsOn: creditFrom,
      periodEndsOn: line.periodEndsOn,
      totalCents,
      // All of it takes back exactly the VAT that is left; a part, what lies within the part.
      vatCents: keptCents === 0 ? -line.leftVatCents : vatWithin(totalCents, line.vatRateBp),
      vatRateBp: line.vatRateBp,
      correctsId: line.id,
    },
  ];
}

const lastDayAfter = (id: string, end: Steps['end']): string | null => (end?.contractId === id ? end.endsOn : null);

function lineOf(charge: Charge, terms: Terms, changes: readonly VatChange[]): PlannedLine {
  const vatRateBp = vatRateOn(terms, charge.periodStartsOn, changes);
  return {
    subscriptionId: null,
    typeName: terms.typeName,
    periodStartsOn: charge.periodStartsOn,
    periodEndsOn: charge.periodEndsOn,
    totalCents: charge.totalCents,
    vatCents: vatWithin(charge.totalCents, vatRateBp),
    vatRateBp,
    correctsId: null,
  };
}

/** Enough for three charges of anything. */
const HORIZON_MONTHS = 4;

/** What the daily job will write from here on: from this month, in case it has not come to it yet. */
function nextCharges(situation: Situation, contracts: ContractAfter[], written: PlannedLine[]): NextCharge[] {
  return contracts
    .flatMap(({ id, terms }) => {
      const charged = new Set(
        id === null
          ? written.map(({ periodStartsOn }) => periodStartsOn)
          : situation.lines.filter((line) => line.subscriptionId === id).map(({ periodStartsOn }) => periodStartsOn),
      );
      return upcomingCharges(terms, charged, situation).map((charge) => ({ ...charge, subscriptionId: id, terms }));
    })
    .sort((a, b) => (a.chargedOn < b.chargedOn ? -1 : a.chargedOn > b.chargedOn ? 1 : 0));
}

/** The charges of one contract that are still to be written, with the day on which they will be. */
export function upcomingCharges(
  terms: BillingTerms,
  charged: ReadonlySet<string>,
  { today, chargesFrom }: Pick<Situation, 'today' | 'chargesFrom'>,
): (Charge & { chargedOn: string })[] {
  return chargesDue(
    terms,
    laterOf(firstOfMonth(today), chargesFrom ?? ''),
    addMonths(laterOf(today, terms.startsOn), HORIZON_MONTHS),
  )
    .filter(({ periodStartsOn }) => !charged.has(periodStartsOn))
    .map((charge) => ({ ...charge, chargedOn: laterOf(charge.periodStartsOn, today) }));
}
