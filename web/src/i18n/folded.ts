/** Text as it is compared when somebody narrows a list: without accents, capitals and blanks around it. */
export const folded = (text: string): string => text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
