// Names as people in the Netherlands have them: particles, diacritics, and the families that came from elsewhere.

export interface FullName {
  first_name: string;
  particle: string | null;
  last_name: string;
}

export const firstNames = (
  'Aaliyah Aart Abdel Abel Ada Adam Adriaan Ahmet Aisha Albert Alexander Ali Alicia Amber Amélie Amina Amir André Anja Anke Anna Annelies ' +
  'Anouk Anton Arie Arjan Arno Astrid Ayşe Barbara Bart Bas Bauke Ben Bert Bianca Björn Bo Bram Brigitte Britt Bryan Carla Carlijn Carmen ' +
  'Casper Cécile Cees Céline Chantal Charlotte Chloé Chris Claudia Colette Cor Corné Daan Daniël Danique Danny Daphne David Deniz Dewi Diana Dick ' +
  'Dirk Dylan Eefje Eline Elif Elisa Elise Ellen Els Emil Emma Emre Erik Ernst Esmée Esra Esther Eva Evelien Fabiënne Fadoua Fatima Fatma Feline ' +
  'Femke Ferdi Fien Finn Floor Floris Fons Françoise Frank Frederiek Freek Frits Geert Gerard Gijs Giovanni Greet Guido Guus Hamza Hanna Hannah ' +
  'Hans Harm Hassan Heidi Heleen Hendrik Henk Hilde Hugo Ibrahim Ilse Imke Inês Inge Ingrid Irene Iris Isa Ivo Jaap Jacco Jan Janneke Jasmijn ' +
  'Jasper Jelle Jeroen Jesse Jet Jill Jip Joana Job Jochem Joep Johan Jolanda Joost Jordi Joris Josephine José Judith Juliette Jurriën Kaan Karel ' +
  'Karim Karin Katja Kees Khadija Kim Klaas Koen Lars Laura Laurens Lea Leila Lena Leon Lieke Lies Lisa Loes Lotte Loïs Luc Luca Lucía ' +
  'Luuk Maaike Maarten Madelief Manon Marc Margriet Maria Marieke Marijn Marit Mark Marleen Marloes Martijn Maud Mees Mehmet Mees-Jan Merel ' +
  'Michiel Mila Mirjam Mohamed Mounir Mustafa Myrthe Nadia Naomi Niels Niek Nienke Nina Noa Noël Noor Noé Nora Noud Olaf Olga Olivier Omar Oscar ' +
  'Patrick Paul Pepijn Peter Petra Pieter Pim Puck Quinten Rachid Ralph Ramon Raúl Rebecca Reinier Renée Renske René Ricardo Richard Rik Rob ' +
  'Robin Roel Romée Romy Ronald Roos Rosa Ruben Ruud Samira Sander Sanne Sara Saskia Sem Sergio Sevgi Siem Sigrid Simone Sjoerd Sofía ' +
  'Sofie Soraya Stef Stefan Stijn Storm Suzanne Sven Sylvia Tamara Tara Teun Thijs Thomas Thirza Tijn Tim Timo Tobias Tom Ton Toon Tygo ' +
  'Ümit Vera Victor Vincent Wendy Wessel Willem Willemijn Wim Wouter Xander Yara Yasin Yasmina Youssef Yusuf Yvonne Zeynep Zoé Zoë Şükrü Łukasz'
).split(' ');

const particled = (
  'van der Linde|van der Meer|van der Heijden|van der Wal|van der Veen|van der Ploeg|van der Horst|van der Zee|van der Laan|van der Kolk|' +
  'van den Berg|van den Heuvel|van den Broek|van den Bosch|van den Brink|van den Akker|van de Ven|van de Velde|van de Wiel|van de Kamp|' +
  "van Dijk|van Leeuwen|van Beek|van Vliet|van Dam|van Wijk|van Rossum|van Gils|van Es|van Ommen|van 't Hoff|van 't Veer|van 't Land|" +
  "in 't Veld|in 't Hout|op 't Hof|op den Akker|aan de Brugh|de Jong|de Vries|de Boer|de Groot|de Bruijn|de Haan|de Wit|de Graaf|de Koning|" +
  'de Leeuw|de Lange|de Ruiter|de la Fuente|de Souza|den Hartog|den Ouden|den Boer|ter Horst|ter Haar|ter Braak|ten Cate|ten Hoeve|ten Brink|' +
  'te Riele|te Winkel|el Amrani|el Idrissi|el Haddad|Ben Yahia|Ait Ali|da Silva|dos Santos|di Marco|von Stein|uit den Boogaard|tot Nijenhuis|le Blanc|' +
  'du Pré|van Oosterom|van der Sluijs|van Eijk|van Hees|van Zanten|van Keulen|van Vuuren|de Kock|van Breukelen'
).split('|');

const plain = (
  'Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Dijkstra Brouwer Jacobs Vermeulen Kok Schouten Willems Hoekstra Koster ' +
  'Prins Huisman Peeters Postma Kuipers Kramer Veenstra Schipper Blom Post Maas Timmermans Bosman Verhoeven Kuiper Wolters Jonker Wessels Scholten ' +
  'Molenaar Groen Boersma Boonstra Hofman Kooij Hermans Driessen Sanders Smeets Verbeek Cornelissen Martens Gerritsen Lammers Schaap Bouwman Dijk Bosch ' +
  'Jager Zijlstra Wouters Evers Ooms Terpstra Hoeksema Bijlsma Feenstra Wiersma Kroon Koopman Roos Hartman Engels Rijken Snijders Tuinstra Haverkamp ' +
  'Oosterhuis Westerhof Nijhuis Wesselink Buitenhuis Hoogendoorn Zwart Geerts Verschuren Stolk Kamphuis Ottens Slagter Bergsma Vreugdenhil ' +
  'Çelik Yılmaz Öztürk Şahin Kaya Demir Aydın Doğan Özdemir Arslan Núñez García Hernández López Gonçalves Müller Schröder Köhler Weiß Åkesson ' +
  'Sørensen Novák Nowak Kowalski Wójcik Nguyễn Trần Lê Chen Wang Singh Sharma Patel Ramdin Mohan Tahiri Bouzid Benali Ouali Chaoui Mansouri Yüksel ' +
  'Boateng Mensah Tesfaye Haile Abebe Ahmed Hassani Rahimi Karimi Petrović Horvat Ionescu Popescu Szabó Kovács Tjon Lieuw Pinas Martina Croes ' +
  'Jansen-Bakker O’Brien D’Hondt L’Ami Bijl Ruijter IJzerman IJsselstein Duijn Huijbregts'
).split(' ');

const front =
  'Groen Ooster Wester Noorder Zuider Linden Eiken Beuken Hooge Laage Nieuwen Ouden Broek Heide Bosch Water Zand Steen Dijk Haver Roggen Klaver Molen Kerk Brand Winter Zomer Ven'.split(
    ' ',
  );
const back = 'veld huis hof berg stra man kamp brink meijer dijk beek horst laar stein velt weg burg daal ga sma'.split(
  ' ',
);
const composed = front.flatMap((a) => back.map((b) => a + b));

const particles = /^((?:(?:van|de|den|der|in|op|aan|het|'t|ter|ten|te|el|da|dos|di|von|uit|tot|le|la|du) )*)(.*)$/u;

function splitLastName(name: string): { particle: string | null; last_name: string } {
  const [, particle = '', last_name = name] = particles.exec(name) ?? [];
  return { particle: particle.trim() || null, last_name };
}

const familiar = [...particled, ...plain].map(splitLastName);
const all = [...familiar, ...composed.map(splitLastName)];

/** The `index`th person's name. No full name comes back before all combinations are used (about 45,000; 260,000 in a large gym). */
export function nameOf(index: number, memberCount: number): FullName {
  const lastNames = memberCount > 20_000 ? all : familiar;
  const combinations = firstNames.length * lastNames.length;
  // A step without a factor in common with the number of combinations visits each of them once.
  const combination = (index * coprimeNear(combinations, 0.618) + 7) % combinations;
  return {
    first_name: firstNames[combination % firstNames.length] as string,
    ...(lastNames[Math.floor(combination / firstNames.length)] as { particle: string | null; last_name: string }),
  };
}

const steps = new Map<number, number>();
function coprimeNear(size: number, share: number): number {
  let step = steps.get(size) ?? Math.floor(size * share);
  while (greatestCommonDivisor(step, size) !== 1) step++;
  steps.set(size, step);
  return step;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Letters of a name as an e-mail address writes them: Çelik → celik, Weiß → weiss. */
export function asciiName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[łŁ]/gu, 'l')
    .replace(/[øØ]/gu, 'o')
    .replace(/ı/gu, 'i')
    .replace(/ß/gu, 'ss')
    .replace(/[^a-zA-Z]/gu, '')
    .toLowerCase();
}
