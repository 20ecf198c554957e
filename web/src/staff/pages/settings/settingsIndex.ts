// Every setting there is, with the words that find it in both languages. What has a field of its own is found by the field's
// name, the rest by the card that holds it (data-settings): so each has an address, /settings/<page>#<setting>.
import { apiTokenTexts } from '../../../features/api-token/messages';
import { changeTexts } from '../../../features/audit/messages';
import { templateTexts } from '../../../features/checklist/templateTexts';
import { gymSettingsTexts } from '../../../features/gym-settings/messages';
import { deleteTexts } from '../../../features/notification/deleteTexts';
import { notificationRuleTexts } from '../../../features/notification-rule/messages';
import { paymentSettingsTexts } from '../../../features/payment-settings/messages';
import { sellerTexts } from '../../../features/purchase/sellerTexts';
import { roleTexts } from '../../../features/role/messages';
import { scheduleTexts } from '../../../features/session/scheduleTexts';
import { shopSettingsTexts } from '../../../features/shop/shopSettingsTexts';
import { stripeSettingsTexts } from '../../../features/stripe/settingsTexts';
import { subscriptionTypeTexts } from '../../../features/subscription/typeTexts';
import { tagSettingsTexts } from '../../../features/tag/settingsTexts';
import { vatTexts } from '../../../features/vat-change/vatTexts';
import { calendarTexts, sessionTypeTexts } from '../../../features/visit/setupTexts';
import { textIn, type Texts } from '../../../i18n/text';
import type { IconName } from '../../../ui/Icon';
import { settingsTexts } from './messages';

export type Words = Readonly<Record<'en' | 'nl', string>>;

export interface Setting {
  /** Behind the # of its address. */
  id: string;
  label: Words;
  /** What else people call it. */
  words: string;
}

export interface SettingsPage {
  path: string;
  icon: IconName;
  title: Words;
  hint: Words;
  words: string;
  isForAdmins?: boolean;
  settings: readonly Setting[];
}

/** The same text in both languages. */
function of<T>(texts: Texts<T>, pick: (text: T) => string): Words {
  return { en: pick(texts.en), nl: pick(textIn(texts, 'nl') as unknown as T) };
}

const setting = (id: string, label: Words, words = ''): Setting => ({ id, label, words });

const headOf = (texts: Texts<{ title: string; hint: string }>) => ({
  title: of(texts, ({ title }) => title),
  hint: of(texts, ({ hint }) => hint),
});

const gym = (id: keyof (typeof gymSettingsTexts)['en']['labels'], words: string): Setting =>
  setting(
    id,
    of(gymSettingsTexts, ({ labels }) => labels[id]),
    words,
  );

const payments = (id: string, pick: (text: (typeof paymentSettingsTexts)['en']) => string, words = ''): Setting =>
  setting(id, of(paymentSettingsTexts, pick), words);

const rules = Object.keys(notificationRuleTexts.en.name) as (keyof (typeof notificationRuleTexts)['en']['name'])[];
const ruleWords: Partial<Record<(typeof rules)[number], string>> = {
  ABSENCE: 'absent away weg afwezig niet geweest inactive',
  BIRTHDAY: 'jarig congratulate feliciteren leeftijd',
  DOWNWARD_TREND: 'minder vaak less often dropping',
  CHECKUP_DUE: 'consult gesprek appointment afspraak',
  NO_EMPLOYEE: 'coach trainer unlinked niet gekoppeld',
  SUBSCRIPTION_ENDING: 'cancel opzegging expire contract',
  PAYMENT_FAILED: 'storno chargeback returned incasso',
  FIRST_SESSION: 'intro proefles trial newcomer',
};

const own = (id: string, words: string): Setting =>
  setting(
    id,
    of(settingsTexts, (text) => text.settings[id as keyof typeof text.settings]),
    words,
  );

export const settingsPages: readonly SettingsPage[] = [
  {
    path: 'tags',
    icon: 'tag',
    ...headOf(tagSettingsTexts),
    words: 'label etiket marker kenmerk',
    settings: [
      own('tagName', 'rename hernoemen'),
      own('tagColor', 'color kleur'),
      setting(
        'health',
        of(tagSettingsTexts, (text) => text.health),
        'medical medisch injury blessure privacy avg gdpr',
      ),
    ],
  },
  {
    path: 'subscription-types',
    icon: 'card',
    ...headOf(subscriptionTypeTexts),
    words: 'membership lidmaatschap plan contract abonnement strippenkaart',
    settings: [
      setting(
        'kind',
        of(subscriptionTypeTexts, (text) => text.kind),
        'recurring one-off doorlopend eenmalig',
      ),
      setting(
        'price',
        of(subscriptionTypeTexts, (text) => text.price),
        'tarief fee cost kosten bedrag',
      ),
      setting(
        'yearlyPrice',
        of(subscriptionTypeTexts, (text) => text.yearlyPrice),
        'annual jaar',
      ),
      setting(
        'vatRate',
        of(subscriptionTypeTexts, (text) => text.vatRate),
        'btw tax belasting',
      ),
      setting(
        'sessionLimit',
        of(subscriptionTypeTexts, (text) => text.sessionLimit),
        'limit limiet maximum per week',
      ),
      setting(
        'credits',
        of(subscriptionTypeTexts, (text) => text.credits),
        'strippen rittenkaart punch card tegoed',
      ),
      setting(
        'validityDays',
        of(subscriptionTypeTexts, (text) => text.validityDays),
        'expiry geldigheid verlopen',
      ),
      setting(
        'firstTermMonths',
        of(subscriptionTypeTexts, (text) => text.firstTermMonths),
        'lock-in notice opzegtermijn looptijd',
      ),
      setting(
        'sessionTypes',
        of(subscriptionTypeTexts, (text) => text.sessionTypes),
        'lestypen lessen classes',
      ),
      setting(
        'calendars',
        of(subscriptionTypeTexts, (text) => text.calendars),
        'locations locaties agenda',
      ),
      setting(
        'visible',
        of(subscriptionTypeTexts, (text) => text.visible),
        'hide verbergen app',
      ),
      setting(
        'experience',
        of(subscriptionTypeTexts, (text) => text.experience),
        'beginner ervaring',
      ),
    ],
  },
  {
    path: 'session-types',
    icon: 'list',
    ...headOf(sessionTypeTexts),
    words: 'class les lessoort lestype workout crossfit yoga',
    settings: [
      own('sessionTypeName', 'naam kleur color colour'),
      setting(
        'singlePrice',
        of(sessionTypeTexts, (text) => text.singlePrice),
        'drop-in dagpas day pass losse les',
      ),
      setting(
        'vatRate',
        of(sessionTypeTexts, (text) => text.vatRate),
        'btw tax',
      ),
    ],
  },
  {
    path: 'calendars',
    icon: 'calendar',
    ...headOf(calendarTexts),
    words: 'location locatie hall zaal agenda kalender',
    settings: [own('calendarName', 'location locatie zaal hall')],
  },
  {
    path: 'schedule',
    icon: 'clock',
    ...headOf(scheduleTexts),
    words: 'timetable rooster template weekplanning',
    settings: [
      setting(
        'weekday',
        of(scheduleTexts, (text) => text.columns.when),
        'day time dag tijd',
      ),
      setting(
        'minutes',
        of(scheduleTexts, (text) => text.columns.minutes),
        'duration duur',
      ),
      setting(
        'places',
        of(scheduleTexts, (text) => text.columns.places),
        'capacity capaciteit plaatsen',
      ),
      setting(
        'employee',
        of(scheduleTexts, (text) => text.columns.employee),
        'trainer',
      ),
    ],
  },
  {
    path: 'checklists',
    icon: 'check',
    ...headOf(templateTexts),
    words: 'to-do onboarding stappen steps',
    settings: [
      setting(
        'actionList',
        of(templateTexts, (text) => text.actionList),
        'steps stappen taken',
      ),
      setting(
        'forNewMembers',
        of(templateTexts, (text) => text.forNewMembers),
        'welcome welkom onboarding automatic automatisch',
      ),
    ],
  },
  {
    path: 'shop',
    icon: 'cart',
    ...headOf(shopSettingsTexts),
    words: 'product artikel winkel bar drinks sale verkoop',
    settings: [
      setting(
        'favourites',
        of(shopSettingsTexts, (text) => text.favourites),
        'star ster sneltoets key',
      ),
      setting(
        'products',
        of(shopSettingsTexts, (text) => text.products),
        'artikelen items assortiment',
      ),
      setting(
        'price',
        of(shopSettingsTexts, (text) => text.price),
        'prijs cost',
      ),
      setting(
        'vatRate',
        of(shopSettingsTexts, (text) => text.vatRate),
        'btw tax',
      ),
      setting(
        'categories',
        of(shopSettingsTexts, (text) => text.categories),
        'group groep afdeling',
      ),
      setting(
        'name',
        of(sellerTexts, (text) => text.name),
        'receipt bon company bedrijfsnaam kvk',
      ),
      setting(
        'address',
        of(sellerTexts, (text) => `${text.title}: ${text.address}`),
        'receipt bon vestiging',
      ),
      setting(
        'vatNumber',
        of(sellerTexts, (text) => text.vatNumber),
        'receipt bon btw-nummer tax',
      ),
    ],
  },
  {
    path: 'notification-rules',
    icon: 'bell',
    ...headOf(notificationRuleTexts),
    words: 'alert reminder melding herinnering automatisch seintje',
    settings: [
      ...rules.map((rule) =>
        setting(
          rule,
          of(notificationRuleTexts, (text) => text.name[rule]),
          ruleWords[rule],
        ),
      ),
      setting(
        'deleteOpen',
        of(deleteTexts, (text) => text.title),
        'fresh start opschonen wissen clear',
      ),
    ],
  },
  {
    path: 'api-tokens',
    icon: 'key',
    ...headOf(apiTokenTexts),
    words: 'script integration koppeling sleutel graphql',
    settings: [
      setting(
        'scope',
        of(apiTokenTexts, (text) => text.scope),
        'read write rechten',
      ),
      setting(
        'expires',
        of(apiTokenTexts, (text) => text.expires),
        'expiry vervalt',
      ),
    ],
  },
  {
    path: 'gym',
    icon: 'home',
    ...headOf(gymSettingsTexts),
    words: 'box club company bedrijf sportschool studio algemeen general',
    isForAdmins: true,
    settings: [
      gym('name', 'rename hernoemen merk'),
      gym('email', 'mail contact reply antwoord'),
      gym('phone', 'telephone bellen contact'),
      gym('website', 'site url homepage'),
      gym('address', 'street straat location vestiging adres'),
      gym('timeZone', 'timezone utc clock klok tijd'),
      gym('country', 'phone prefix landcode'),
      gym('locale', 'translation vertaling dutch english nederlands engels'),
      gym('currency', 'euro valuta money geld'),
      gym('trendRecentWeeks', 'trend period periode'),
      gym('trendEarlierWeeks', 'trend period periode vergelijken compare'),
      gym('trendMinimumVisits', 'trend threshold drempel gevoeligheid sensitivity'),
      gym('trendMinimumPercent', 'trend threshold drempel percentage'),
      gym('newMemberDays', 'new member nieuw lid tag starter'),
      gym('attachmentFileLimitMb', 'storage opslag upload bijlage limit grootte size'),
      gym('attachmentMemberLimitMb', 'storage opslag ruimte quota bijlagen limit'),
      gym('chargesFrom', 'billing incasso facturen start migration overstap'),
    ],
  },
  {
    path: 'employees',
    icon: 'members',
    ...headOf(roleTexts),
    words:
      'role rol admin beheerder permission rechten staff team personeel trainer coach invite uitnodigen overdragen hand-over',
    isForAdmins: true,
    settings: [],
  },
  {
    path: 'payments',
    icon: 'card',
    ...headOf(paymentSettingsTexts),
    words: 'money geld incasso billing bank',
    isForAdmins: true,
    settings: [
      payments('collection', (text) => text.collectionTitle, 'sepa stripe direct debit incasso ideal'),
      payments('creditorName', (text) => `${text.creditorTitle}: ${text.name}`, 'incassant naam statement afschrift'),
      payments('creditorId', (text) => text.creditorId, 'incassant id zzz kvk'),
      payments('creditorIban', (text) => `${text.creditorTitle}: ${text.iban}`, 'rekening account bank'),
      payments('creditorBic', (text) => `${text.creditorTitle}: ${text.bic}`, 'swift'),
      payments('leadDays', (text) => text.lead, 'lead time doorlooptijd werkdagen'),
      payments('collectionDay', (text) => text.day, 'incassodatum'),
      payments('unusualAmountCents', (text) => text.unusual, 'limit warning waarschuwing hoog bedrag'),
      payments('painVersion', (text) => text.version, 'pain.008 xml bestand'),
      payments('subscriptionVatRatePercent', (text) => `${text.vatTitle}: ${text.subscriptionVat}`, 'btw tax tarief'),
      payments('shopVatRatePercent', (text) => `${text.vatTitle}: ${text.shopVat}`, 'btw tax tarief'),
      setting(
        'vatChanges',
        of(vatTexts, (text) => text.title),
        'btw tax tarief wijzigen change rate',
      ),
      payments('mandateText', (text) => text.textTitle, 'mandate sign machtigingsformulier'),
      setting(
        'stripe',
        of(stripeSettingsTexts, (text) => text.connect),
        'card ideal creditcard connect account webhook signing secret',
      ),
    ],
  },
  {
    path: 'changes',
    icon: 'note',
    ...headOf(changeTexts),
    words: 'audit log history geschiedenis logboek who wie trail',
    isForAdmins: true,
    settings: [],
  },
];

/** Those of a page, for the card that holds them. */
export const settingIdsOf = (path: string): string =>
  settingsPages
    .find((page) => page.path === path)
    ?.settings.map(({ id }) => id)
    .join(' ') ?? '';

/** What a viewer with these permissions may see. */
export const pagesFor = (permissions: readonly string[]): readonly SettingsPage[] =>
  settingsPages.filter(({ isForAdmins }) => !isForAdmins || permissions.includes('MANAGE_SETTINGS'));
