// What coaches write down about members: openings, findings and agreements that go together in any combination.

export const intake = [
  'Intake gedaan. Sportte vroeger veel (hockey), nu zo’n vier jaar niets. Doel: fitter worden en 8 kilo afvallen voor de zomer.',
  'Kennismaking gehad. Wil vooral sterker worden; heeft thuis een kettlebell maar mist begeleiding bij de techniek.',
  'Intake: kantoorbaan, veel zitten, stijve heupen en bovenrug. Begint met twee keer per week en kijkt na zes weken verder.',
  'Eerste gesprek. Komt via een collega. Hardloopt twee keer per week en zoekt er krachttraining naast, met het oog op de halve marathon.',
  'Intake gedaan. Geen medische bijzonderheden, gebruikt geen medicijnen. Slaapt slecht door ploegendienst, dus rustig opbouwen.',
  'Proefweek goed bevallen. Vond de eerste les spannend, maar de groep heeft goed geholpen. Start met het volledige programma.',
] as const;

export const injuries = [
  'Last van de linkerschouder bij bovenhandse bewegingen. Voorlopig landmine press in plaats van strict press, geen kipping.',
  'Enkel verzwikt tijdens het voetballen. Twee weken niet springen: step-ups en roeien als vervanging.',
  'Knie speelt op bij diepe squats. Box squat op 45 cm gaat pijnvrij; over twee weken opnieuw bekijken.',
  'Onderrug was gevoelig na de deadlifts van dinsdag. Techniek doorgenomen, gewicht 20 % omlaag en drie weken blijven staan.',
  'Fysio adviseert om de komende vier weken niet zwaarder dan 60 % te gaan. De oefeningen van de fysio gaan in de warming-up.',
  'Tenniselleboog rechts. Geen pull-ups, wel ring rows met neutrale greep. Grip afwisselen.',
  'Pols is weer belastbaar volgens de fysio. Front squat met straps, cleans rustig opbouwen.',
  'Hamstring verrekt bij het sprinten. Geen box jumps en geen deadlifts; fietsen en bovenlichaam gaan prima.',
  'Last van scheenbenen na veel touwspringen. Drie weken roeien in plaats van hardlopen, schoenen laten nakijken.',
  'Vinger gekneusd. Haken en klimmen slaan we over, de rest met een dikke stang.',
] as const;

export const progress = [
  'Eerste pull-up zonder elastiek gehaald! Heel trots.',
  'Back squat gaat nu netjes tot onder parallel met 70 kg. Volgende blok door naar 5x5 @ 80 %.',
  'Grote stap gezet in de clean: blijft nu boven de stang en is niet meer te vroeg met de armen.',
  'Conditie duidelijk beter: 2k row acht seconden sneller dan in het voorjaar.',
  'Double unders lukken nu 15 achter elkaar. Huiswerk: drie keer per week vijf minuten.',
  'Traint trouw en helpt nieuwe leden. Vragen of de coachopleiding iets is?',
  'Handstand tegen de muur ging 40 seconden goed. Wil toewerken naar lopen.',
  'Schaalt netjes, luistert goed naar het lichaam. Geen haast met zwaarder.',
  'Schouders zijn een stuk losser: overhead squat met 30 kg gaat nu met rechte armen.',
  'Plank van 45 seconden naar twee minuten in drie maanden. Core was het aandachtspunt bij de intake.',
  'Bench press 3 x 5 met 5 kg meer dan vorige maand, laatste herhaling nog strak.',
  'Vond de partner-workout erg leuk; vraagt of dat vaker kan.',
  'Heeft zich ingeschreven voor de onderlinge wedstrijd in de categorie Scaled.',
] as const;

export const absence = [
  'Gebeld na een paar weken stilte. Druk op het werk, wil volgende week weer beginnen op de dinsdagochtend.',
  'Appje gestuurd na drie weken afwezigheid. Antwoord: griep gehad, komt maandag weer.',
  'Verbouwing thuis, komt voorlopig één keer per week. Abonnement hoeft niet aangepast.',
  'Twijfelt over stoppen vanwege de kosten. Uitgelegd dat 1× per week ook kan; denkt erover na.',
  'Verkouden, slaat deze week over.',
  'Begint aan een nieuwe baan en zoekt een ritme: voorlopig vooral in het weekend.',
  'Is drie weken op vakantie (Portugal). Daarna weer vaste dagen ma/wo.',
] as const;

export const arrangements = [
  'Afgesproken: over zes weken opnieuw meten.',
  'Volgende check-up ingepland.',
  'Let in de les op de houding van de knieën.',
  'Graag extra aandacht van de coach van de ochtendgroep.',
  'Betaalt deze maand aan de balie, incasso klopt vanaf volgende maand weer.',
  'Wil liever niet op de foto’s voor social media.',
  'Noodcontact: partner, nummer staat op het intakeformulier.',
  'Heeft voorkeur voor de lessen van 18:30.',
  'Komt soms vijf minuten later vanwege de opvang; is besproken en akkoord.',
  'Programma voor thuis per mail gestuurd.',
] as const;

/** Awkward on purpose: angle brackets, quotes, an ampersand, a line that looks like a formula. */
export const awkward =
  'Techniekdag: snatch <50 kg & "power" i.p.v. squat; doel >= 3 x 3 @ 70 %. =SUM hoort hier niet ;-)';

export const longNote = `Uitgebreide evaluatie na het eerste halfjaar.

Uitgangspunt: begon met rugklachten na een hernia (L5-S1, niet geopereerd) en had in twee jaar niet gesport. De fysiotherapeut gaf groen licht voor opbouwende krachttraining, met als voorwaarde dat we pijn boven een 3 op 10 niet negeren en dat er de dag erna geen toename is.

Wat goed gaat
- Komt vrijwel nooit te laat en slaat zelden een week over. Gemiddeld iets meer dan twee keer per week.
- Hip hinge is van "wat is dat?" naar vanzelfsprekend gegaan. Deadlift vanaf blokken: begonnen op 20 kg, nu 3 x 8 met 62,5 kg zonder klachten.
- Durft in de les aan te geven wanneer iets niet goed voelt, en kiest dan zelf een passende variant.

Wat aandacht vraagt
- Ademhaling en spanning bij de front squat: de bovenrug zakt in bij de laatste herhalingen. Liever een herhaling minder dan een slechte.
- De neiging om op vrijdag alles in te halen wat doordeweeks niet lukte. Afgesproken: maximaal één zware sessie in 48 uur.
- Slaap. Zes uur per nacht is te weinig voor herstel; telefoon uit de slaapkamer is het plan.

Afspraken voor het komende halfjaar
1. Twee vaste groepslessen (maandag en donderdag 18:30) en één keer mobility.
2. Elke zes weken een check-up van een halfuur met dezelfde vier metingen: sit-and-reach, plank, 500 m roeien en de driepuntsdeadlift.
3. Bij terugkerende uitstraling in het been: stoppen, bellen met de fysio, en de coach van de dag inlichten.
4. In het voorjaar samen bekijken of de onderlinge wedstrijd in Scaled een leuk doel is. Geen verplichting.

Gesprek was prettig en open. Heeft er zin in.`;
