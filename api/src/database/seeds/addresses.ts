// Dutch addresses whose street, postal code and city go together, around the towns where the gyms are.
import type { Random } from './random.ts';

export interface Address {
  street: string;
  house_number: string;
  postal_code: string;
  city: string;
  country: string;
}

/** Street, the four digits it lies in, and how many houses it has. */
type Street = readonly [street: string, district: number, houses: number];

export interface Town {
  city: string;
  areaCode: string;
  weight: number;
  streets: readonly Street[];
}

const utrecht: Town[] = [
  {
    city: 'Utrecht',
    areaCode: '030',
    weight: 78,
    streets: [
      ['Oudegracht', 3511, 380],
      ['Twijnstraat', 3511, 76],
      ['Lange Nieuwstraat', 3512, 120],
      ['Voorstraat', 3512, 98],
      ['Amsterdamsestraatweg', 3551, 600],
      ['Adelaarstraat', 3514, 90],
      ['Merelstraat', 3514, 60],
      ['Biltstraat', 3572, 220],
      ['Poortstraat', 3572, 130],
      ['Nachtegaalstraat', 3581, 100],
      ['Burgemeester Reigerstraat', 3581, 90],
      ['Maliebaan', 3581, 130],
      ['Gansstraat', 3582, 170],
      ['Kanaalstraat', 3531, 250],
      ['Damstraat', 3531, 80],
      ['Vleutenseweg', 3532, 560],
      ['Croeselaan', 3521, 280],
      ['Balijelaan', 3521, 110],
      ['Rijnlaan', 3522, 200],
      ["'t Goylaan", 3525, 130],
      ['Livingstonelaan', 3526, 700],
      ['Cartesiusweg', 3534, 140],
      ['Vechtplantsoen', 3554, 60],
      ['Kaap Hoorndreef', 3563, 110],
      ['Prins Bernhardlaan', 3571, 90],
      ['Zamenhofdreef', 3562, 60],
      ['Musicallaan', 3543, 120],
      ['Hof van Kopenhagen', 3543, 40],
      ['Eerste Oosterparklaan', 3544, 130],
    ],
  },
  {
    city: 'De Meern',
    areaCode: '030',
    weight: 3,
    streets: [
      ['Dirck Hoetweg', 3454, 40],
      ['Zandweg', 3454, 200],
    ],
  },
  {
    city: 'Nieuwegein',
    areaCode: '030',
    weight: 6,
    streets: [
      ['Dorpsstraat', 3433, 90],
      ['Handelskade', 3434, 60],
      ['Zandveldseweg', 3437, 110],
      ['Nedereindseweg', 3438, 300],
    ],
  },
  {
    city: 'Zeist',
    areaCode: '030',
    weight: 5,
    streets: [
      ['Slotlaan', 3701, 300],
      ['Bergweg', 3701, 100],
      ['Utrechtseweg', 3702, 160],
      ['Laan van Vollenhove', 3706, 900],
    ],
  },
  {
    city: 'De Bilt',
    areaCode: '030',
    weight: 4,
    streets: [
      ['Hessenweg', 3731, 220],
      ['Dorpsstraat', 3732, 90],
      ['Soestdijkseweg Zuid', 3732, 260],
    ],
  },
  {
    city: 'Houten',
    areaCode: '030',
    weight: 3,
    streets: [
      ['Het Rond', 3995, 60],
      ['De Slinger', 3995, 40],
      ['Lobbendijk', 3991, 30],
    ],
  },
  {
    city: 'Maarssen',
    areaCode: '0346',
    weight: 2,
    streets: [
      ['Kaatsbaan', 3601, 40],
      ['Straatweg', 3603, 190],
      ['Bisonspoor', 3605, 400],
    ],
  },
  {
    city: 'IJsselstein',
    areaCode: '030',
    weight: 2,
    streets: [
      ['Utrechtsestraat', 3401, 120],
      ['Benschopperstraat', 3401, 90],
      ['Hoge Dijk', 3401, 30],
    ],
  },
];

const groningen: Town[] = [
  {
    city: 'Groningen',
    areaCode: '050',
    weight: 90,
    streets: [
      ['Oude Ebbingestraat', 9712, 90],
      ['Nieuwe Boteringestraat', 9712, 110],
      ['Folkingestraat', 9711, 70],
      ['Oosterstraat', 9711, 80],
      ['Verlengde Hereweg', 9722, 200],
      ['Korreweg', 9714, 260],
      ['J.C. Kapteynlaan', 9714, 90],
      ['Hoendiep', 9718, 100],
      ['Paterswoldseweg', 9727, 300],
      ['Eikenlaan', 9741, 120],
      ['Damsterdiep', 9713, 300],
    ],
  },
  {
    city: 'Haren',
    areaCode: '050',
    weight: 10,
    streets: [
      ['Rijksstraatweg', 9752, 300],
      ['Kerklaan', 9751, 60],
      ['Meerweg', 9752, 90],
    ],
  },
];

const elsewhere: Town[] = [
  {
    city: 'Amsterdam',
    areaCode: '020',
    weight: 1,
    streets: [
      ['Overtoom', 1054, 540],
      ['Ceintuurbaan', 1072, 440],
      ['Javastraat', 1094, 230],
      ['Haarlemmerdijk', 1013, 180],
    ],
  },
  {
    city: 'Rotterdam',
    areaCode: '010',
    weight: 1,
    streets: [
      ['Nieuwe Binnenweg', 3014, 500],
      ['Bergweg', 3037, 340],
      ['Oudedijk', 3061, 260],
      ['Dordtselaan', 3073, 250],
    ],
  },
  {
    city: 'Eindhoven',
    areaCode: '040',
    weight: 1,
    streets: [
      ['Kruisstraat', 5612, 190],
      ['Geldropseweg', 5611, 220],
      ['Hoogstraat', 5615, 320],
      ['Leenderweg', 5614, 280],
    ],
  },
  {
    city: 'Nijmegen',
    areaCode: '024',
    weight: 1,
    streets: [
      ['Sint Annastraat', 6524, 300],
      ['Daalseweg', 6521, 400],
      ['Hatertseweg', 6533, 500],
      ['Ziekerstraat', 6511, 190],
    ],
  },
  {
    city: 'Zwolle',
    areaCode: '038',
    weight: 1,
    streets: [
      ['Assendorperstraat', 8012, 220],
      ['Thomas a Kempisstraat', 8021, 150],
      ['Diezerstraat', 8011, 110],
      ['Hortensiastraat', 8013, 80],
    ],
  },
  {
    city: 'Breda',
    areaCode: '076',
    weight: 1,
    streets: [
      ['Haagdijk', 4811, 210],
      ['Ginnekenweg', 4818, 380],
      ['Boschstraat', 4811, 170],
      ['Baronielaan', 4818, 260],
    ],
  },
];

export const neighbourhoods = { utrecht, groningen };

/** Towns around the `number`th generated gym. */
export function townsOfGym(number: number): Town[] {
  const choices = [utrecht, groningen, ...elsewhere.map((town) => [town])];
  return choices[number % choices.length] as Town[];
}

// The letters SA, SD and SS are not given out, nor are F, I, O, Q, U and Y as the first of a pair.
const firstLetters = 'ABCDEGHJKLMNPRSTVWXZ';
const secondLetters = 'BCEGHJKLMNPRTVWXZ';

export function addressIn(towns: readonly Town[], random: Random): Address {
  const town = random.weighted(towns.map((choice) => [choice.weight, choice] as const));
  const [street, district, houses] = random.pick(town.streets);
  const number = random.int(1, houses);
  const addition = random.weighted([
    [78, ''],
    [6, 'A'],
    [4, 'B'],
    [4, '-2'],
    [3, 'bis'],
    [3, '-III'],
    [2, ' hs'],
  ] as const);
  return {
    street,
    house_number: `${number}${addition}`,
    postal_code: `${district} ${lettersOf(street, number)}`,
    city: town.city,
    country: 'NL',
  };
}

/** Forty houses share a pair of letters, as one side of a stretch of street does. */
function lettersOf(street: string, number: number): string {
  const start = Array.from(street).reduce((sum, char) => sum * 3 + char.charCodeAt(0), 0);
  const stretch = start + Math.floor(number / 40) * 2 + (number % 2);
  const first = firstLetters[Math.floor(stretch / secondLetters.length) % firstLetters.length];
  return `${first}${secondLetters[stretch % secondLetters.length]}`;
}
