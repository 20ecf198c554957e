// Names, addresses, phones and accounts as they are in the Netherlands.
import { isValidIBAN } from 'ibantools';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { addressIn, neighbourhoods, townsOfGym } from './addresses.ts';
import { dutchIban, passesElevenProof } from './iban.ts';
import { asciiName, nameOf } from './names.ts';
import { digitsOf, phoneNumber } from './phones.ts';
import { Random } from './random.ts';

const random = new Random('people');
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

describe('names', () => {
  it('come back for nobody in a gym of 20,000', () => {
    const names = times(20_000, (index) => Object.values(nameOf(index, 20_000)).join(' '));
    expect(new Set(names).size).toBe(20_000);
  });

  it('keep the particle apart from the name it precedes', () => {
    const names = times(2000, (index) => nameOf(index, 250));
    expect(new Set(names.map((name) => name.particle))).toEqual(
      expect.toSatisfy((found: Set<string>) =>
        ['van der', 'de', "van 't", 'ter', 'el', null].every((it) => found.has(it as string)),
      ),
    );
    expect(names.filter((name) => /^(van|de|der|den|ter|el) /.test(name.last_name))).toEqual([]);
    expect(names.some((name) => name.last_name === 'Çelik')).toBe(true);
  });

  it('become the letters of an e-mail address', () => {
    expect(['Çelik', 'Weiß', 'Łukasz', 'Sørensen', 'Yıldırım', 'O’Brien', 'Nguyễn'].map(asciiName)).toEqual([
      'celik',
      'weiss',
      'lukasz',
      'sorensen',
      'yildirim',
      'obrien',
      'nguyen',
    ]);
  });
});

describe('addresses', () => {
  it('have a postal code of the form that is given out', () => {
    const codes = times(3000, (index) => addressIn(townsOfGym(index), random).postal_code);
    expect(codes.filter((code) => !/^[1-9]\d{3} (?!SA|SD|SS)[A-EGHJ-NPR-TVWXZ][A-Z]$/.test(code))).toEqual([]);
  });

  it('put a street into one city and district, and neighbours under one code', () => {
    const addresses = times(3000, () => addressIn(neighbourhoods.utrecht, random));
    const districts = Map.groupBy(addresses, ({ street, city }) => `${street}, ${city}`);
    for (const [, found] of districts)
      expect(new Set(found.map((address) => address.postal_code.slice(0, 4))).size).toBe(1);
    const byHouse = Map.groupBy(
      addresses,
      ({ street, city, house_number }) => `${street} ${parseInt(house_number)}, ${city}`,
    );
    for (const [, found] of byHouse) expect(new Set(found.map((address) => address.postal_code)).size).toBe(1);
  });
});

describe('phones', () => {
  it('are written in many ways and mean the digits a library reads in them', () => {
    const phones = times(3000, () => phoneNumber(neighbourhoods.utrecht, random));
    expect(phones.filter((phone) => `+${digitsOf(phone)}` !== parsePhoneNumberFromString(phone, 'NL')?.number)).toEqual(
      [],
    );
    expect(new Set(phones.map((phone) => phone.replace(/\d/g, '0'))).size).toBeGreaterThanOrEqual(9);
  });

  it('in Dutch notation are numbers that exist', () => {
    const phones = times(1000, () => phoneNumber(neighbourhoods.utrecht, random)).filter((phone) =>
      phone.startsWith('0'),
    );
    expect(phones.filter((phone) => !parsePhoneNumberFromString(phone, 'NL')?.isValid())).toEqual([]);
  });
});

describe('IBANs', () => {
  it('have valid check digits and belong to nobody', () => {
    const ibans = times(2000, () => dutchIban(random));
    expect(ibans.filter((iban) => !isValidIBAN(iban))).toEqual([]);
    expect(ibans.filter((iban) => passesElevenProof(iban.slice(8)))).toEqual([]);
  });
});
