// The names of colours, apart from the other words of components: only forms with a colour need them.
import { defineTexts } from '../i18n/text';

export const colorTexts = defineTexts({
  en: {
    color: 'Colour',
    otherColor: 'Another colour',
    colors: {
      green: 'Green',
      teal: 'Teal',
      blue: 'Blue',
      purple: 'Purple',
      pink: 'Pink',
      red: 'Red',
      orange: 'Orange',
      yellow: 'Yellow',
      brown: 'Brown',
      grey: 'Grey',
    },
  },
  nl: {
    color: 'Kleur',
    otherColor: 'Andere kleur',
    colors: {
      green: 'Groen',
      teal: 'Turquoise',
      blue: 'Blauw',
      purple: 'Paars',
      pink: 'Roze',
      red: 'Rood',
      orange: 'Oranje',
      yellow: 'Geel',
      brown: 'Bruin',
      grey: 'Grijs',
    },
  },
});
