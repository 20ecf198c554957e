// What a gym offers: session types, subscription types, the shop and the benchmarks its members measure themselves by.
import type { GymPlan } from './gym-plan.ts';
import type { Row } from './row.ts';

const newYear2020 = Date.UTC(2020, 0, 6, 9);

export const sessionTypes = [
  { key: 'CROSSFIT', name: 'CrossFit', color: '#e8590c' },
  { key: 'WEIGHTLIFTING', name: 'Gewichtheffen', color: '#1971c2' },
  { key: 'GYMNASTICS', name: 'Gymnastics', color: '#9c36b5' },
  { key: 'CONDITIONING', name: 'Conditie', color: '#e03131' },
  { key: 'YOGA', name: 'Yoga', color: '#2f9e44' },
  { key: 'MOBILITY', name: 'Mobility', color: '#0c8599' },
  { key: 'OPEN_GYM', name: 'Open gym', color: '#5c677d' },
  { key: 'BOOTCAMP', name: 'Bootcamp', color: '#b35c00' },
] as const;
export type SessionTypeKey = (typeof sessionTypes)[number]['key'];

const everything = sessionTypes.map((type) => type.key);

/** Where one may walk in; the other types ask for some experience. */
const soldSingly: readonly SessionTypeKey[] = ['CROSSFIT', 'YOGA', 'BOOTCAMP', 'CONDITIONING'];
export const singleSessionCents = 1500;

interface SubscriptionOffer {
  key: string;
  name: string;
  description: string;
  recurring: boolean;
  priceCents: number;
  yearlyCents?: number;
  limit?: number;
  validityDays?: number;
  sessionTypes: readonly SessionTypeKey[];
  hidden?: boolean;
  experienced?: boolean;
  archived?: boolean;
}

export const subscriptionOffers = [
  {
    key: 'UNLIMITED',
    name: 'Onbeperkt',
    description: 'Alle lessen, zo vaak je wilt.',
    recurring: true,
    priceCents: 7900,
    yearlyCents: 79000,
    sessionTypes: everything,
  },
  {
    key: 'TWICE',
    name: '2× per week',
    description: 'Twee lessen per week, welke je wilt.',
    recurring: true,
    priceCents: 5900,
    yearlyCents: 59000,
    limit: 2,
    sessionTypes: everything,
  },
  {
    key: 'ONCE',
    name: '1× per week',
    description: 'Eén les per week.',
    recurring: true,
    priceCents: 3950,
    limit: 1,
    sessionTypes: everything,
  },
  {
    key: 'YOGA',
    name: 'Yoga en mobility',
    description: 'Alle yoga- en mobilitylessen.',
    recurring: true,
    priceCents: 4500,
    sessionTypes: ['YOGA', 'MOBILITY'],
  },
  {
    key: 'STUDENT',
    name: 'Student onbeperkt',
    description: 'Op vertoon van een geldige collegekaart.',
    recurring: true,
    priceCents: 5500,
    sessionTypes: everything,
  },
  {
    key: 'OPEN_GYM',
    name: 'Open gym',
    description: 'Zelf trainen; voor wie de bewegingen beheerst.',
    recurring: true,
    priceCents: 3500,
    experienced: true,
    sessionTypes: ['OPEN_GYM'],
  },
  {
    key: 'CARD',
    name: '10-rittenkaart',
    description: 'Tien lessen, vier maanden geldig.',
    recurring: false,
    priceCents: 13500,
    limit: 10,
    validityDays: 120,
    sessionTypes: everything,
  },
  {
    key: 'TRIAL',
    name: 'Proefweek',
    description: 'Drie lessen om kennis te maken.',
    recurring: false,
    priceCents: 1950,
    limit: 3,
    validityDays: 14,
    sessionTypes: ['CROSSFIT', 'YOGA', 'BOOTCAMP'],
  },
  {
    key: 'STAFF',
    name: 'Vrijwilligers',
    description: 'Voor wie helpt bij wedstrijden en open dagen.',
    recurring: true,
    priceCents: 0,
    hidden: true,
    sessionTypes: everything,
  },
  {
    key: 'OLD',
    name: 'Onbeperkt (tarief 2021)',
    description: 'Wordt niet meer verkocht.',
    recurring: true,
    priceCents: 6900,
    hidden: true,
    archived: true,
    sessionTypes: everything,
  },
] as const satisfies readonly SubscriptionOffer[];
export type OfferKey = (typeof subscriptionOffers)[number]['key'];

export function offerOf(key: OfferKey): SubscriptionOffer {
  return subscriptionOffers.find((offer) => offer.key === key) as SubscriptionOffer;
}

export const sportsVatBp = 900;

const shop = [
  {
    category: 'Drinken',
    items: [
      ['Koffie', 250, 900, true],
      ['Cappuccino', 325, 900, true],
      ['Thee', 225, 900, false],
      ['Water 0,5 l', 200, 900, true],
      ['Energiedrank', 325, 900, false],
      ['BCAA-drank', 350, 900, false],
    ],
  },
  {
    category: 'Eten',
    items: [
      ['Proteïneshake', 450, 900, true],
      ['Proteïnereep', 325, 900, true],
      ['Banaan', 100, 900, false],
      ['Notenmix', 275, 900, false],
    ],
  },
  {
    category: 'Kleding',
    items: [
      ['T-shirt', 2750, 2100, true],
      ['Hoodie', 5495, 2100, false],
      ['Sokken', 1295, 2100, false],
      ['Pet', 2250, 2100, false],
    ],
  },
  {
    category: 'Materiaal',
    items: [
      ['Handdoek', 1500, 2100, true],
      ['Springtouw', 2495, 2100, false],
      ['Magnesium', 495, 2100, false],
      ['Polsbandjes', 1795, 2100, false],
      ['Grips', 3995, 2100, false],
    ],
  },
  {
    category: 'Diensten',
    items: [
      ['Personal training 60 min', 6500, 900, false],
      ['Voedingsadvies', 8500, 2100, false],
      ['Lichaamsmeting', 2500, 900, false],
    ],
  },
] as const satisfies readonly { category: string; items: readonly (readonly [string, number, number, boolean])[] }[];

export const benchmarks = [
  { name: 'Fran', unit: 'SECONDS', best: 210, worst: 620 },
  { name: 'Cindy', unit: 'REPETITIONS', best: 720, worst: 260 },
  { name: 'Murph', unit: 'SECONDS', best: 2400, worst: 4500 },
  { name: 'Grace', unit: 'SECONDS', best: 150, worst: 480 },
  { name: 'Back squat', unit: 'KILOGRAMS', best: 165, worst: 40 },
  { name: 'Front squat', unit: 'KILOGRAMS', best: 135, worst: 32.5 },
  { name: 'Deadlift', unit: 'KILOGRAMS', best: 200, worst: 55 },
  { name: 'Bench press', unit: 'KILOGRAMS', best: 115, worst: 25 },
  { name: 'Clean & jerk', unit: 'KILOGRAMS', best: 112.5, worst: 27.5 },
  { name: 'Snatch', unit: 'KILOGRAMS', best: 90, worst: 20 },
  { name: '500 m roeien', unit: 'SECONDS', best: 88, worst: 140 },
  { name: '2k row', unit: 'SECONDS', best: 405, worst: 590 },
  { name: '5 km hardlopen', unit: 'SECONDS', best: 1170, worst: 2160 },
  { name: 'Pull-ups', unit: 'REPETITIONS', best: 28, worst: 1 },
  { name: 'Coopertest', unit: 'METRES', best: 3050, worst: 1600 },
] as const;

export interface ShopItem {
  id: string;
  name: string;
  priceCents: number;
  vatBp: number;
}

/** The ids of what one gym offers, by key or position. */
export interface GymOffer {
  sessionTypeIds: Record<SessionTypeKey, string>;
  calendarIds: string[];
  subscriptionTypeIds: Record<OfferKey, string>;
  shopItems: ShopItem[];
  benchmarkIds: string[];
  rows: Record<
    | 'session_type'
    | 'calendar'
    | 'subscription_type'
    | 'subscription_type_session_type'
    | 'subscription_type_calendar'
    | 'shop_category'
    | 'shop_item'
    | 'benchmark',
    Row[]
  >;
}

export function planOffer(plan: GymPlan): GymOffer {
  const random = plan.random.fork('offer');
  let made = 0;
  const id = () => random.uuid(newYear2020 + made++ * 1000);
  const { gymId: gym_id } = plan;
  const sessionTypeIds = Object.fromEntries(sessionTypes.map((type) => [type.key, id()])) as Record<
    SessionTypeKey,
    string
  >;
  const calendarNames = plan.locations.flat();
  const calendarIds = calendarNames.map(id);
  const subscriptionTypeIds = Object.fromEntries(subscriptionOffers.map((offer) => [offer.key, id()])) as Record<
    OfferKey,
    string
  >;
  const benchmarkIds = benchmarks.map(id);
  const offers: readonly SubscriptionOffer[] = subscriptionOffers;
  const categories = shop.map(({ category, items }, position) => ({ id: id(), category, position, items }));
  const shop_item: Row[] = categories.flatMap((category) =>
    category.items.map(([name, price_cents, vat_rate_bp, is_favourite]) => ({
      gym_id,
      id: id(),
      shop_category_id: category.id,
      name,
      description: null,
      price_cents,
      vat_rate_bp,
      is_favourite,
      archived_at: null,
    })),
  );
  for (const [index, item] of shop_item.entries()) item['position'] = index + 1;
  return {
    sessionTypeIds,
    calendarIds,
    subscriptionTypeIds,
    benchmarkIds,
    shopItems: shop_item.map((item) => ({
      id: item.id as string,
      name: item.name as string,
      priceCents: item.price_cents as number,
      vatBp: item.vat_rate_bp as number,
    })),
    rows: {
      session_type: sessionTypes.map(({ key, name, color }) => ({
        gym_id,
        id: sessionTypeIds[key],
        name,
        color,
        single_session_price_cents: soldSingly.includes(key) ? singleSessionCents : null,
        single_session_vat_rate_bp: soldSingly.includes(key) ? sportsVatBp : null,
        archived_at: null,
      })),
      calendar: calendarNames.map((name, index) => ({
        gym_id,
        id: calendarIds[index] as string,
        name,
        archived_at: null,
      })),
      subscription_type: offers.map((offer) => ({
        gym_id,
        id: subscriptionTypeIds[offer.key as OfferKey],
        name: offer.name,
        description: offer.description,
        is_recurring: offer.recurring,
        is_visible_to_members: !offer.hidden,
        is_experience_required: offer.experienced ?? false,
        price_cents: offer.priceCents,
        yearly_price_cents: offer.yearlyCents ?? null,
        vat_rate_bp: sportsVatBp,
        session_limit: offer.limit ?? null,
        validity_days: offer.validityDays ?? null,
        archived_at: offer.archived ? '2023-01-02T09:00:00Z' : null,
      })),
      subscription_type_session_type: offers.flatMap((offer) =>
        offer.sessionTypes.map((key) => ({
          gym_id,
          subscription_type_id: subscriptionTypeIds[offer.key as OfferKey],
          session_type_id: sessionTypeIds[key],
        })),
      ),
      subscription_type_calendar: offers.flatMap((offer) =>
        calendarIds.map((calendar_id) => ({
          gym_id,
          subscription_type_id: subscriptionTypeIds[offer.key as OfferKey],
          calendar_id,
        })),
      ),
      shop_category: categories.map(({ id: category_id, category, position }) => ({
        gym_id,
        id: category_id,
        name: category,
        position,
        archived_at: null,
      })),
      shop_item,
      benchmark: benchmarks.map(({ name, unit }, index) => ({
        gym_id,
        id: benchmarkIds[index] as string,
        name,
        unit,
        archived_at: null,
      })),
    },
  };
}
