// Line icons on a 24-unit grid, drawn for Spotter; always decoration, the words stand beside them or in aria-label.
const paths = {
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16.2 16.2 21 21',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chevronDown: 'M6 9.5l6 6 6-6',
  chevronLeft: 'M14.5 6l-6 6 6 6',
  chevronRight: 'M9.5 6l6 6-6 6',
  chevronsUpDown: 'M8 9.5l4-4 4 4M8 14.5l4 4 4-4',
  arrowUp: 'M12 19V5M6 11l6-6 6 6',
  arrowDown: 'M12 5v14M6 13l6 6 6-6',
  arrowRight: 'M5 12h14M13 6l6 6-6 6',
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  calendar: 'M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1M4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  members:
    'M9 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7M2.5 20c.4-4 3-6 6.500-6s6.100 2 6.500 6M16 5a3.300 3.300 0 0 1 0 6.300M18 14.300c2 .8 3.200 2.700 3.500 5.700',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.500 20.500c.5-4.500 3.500-6.500 7.500-6.500s7 2 7.500 6.500',
  settings:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5M8 14.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5',
  tag: 'M4 5v6.500L12.800 20.300a1 1 0 0 0 1.400 0l6.100-6.100a1 1 0 0 0 0-1.400L11.500 4H5a1 1 0 0 0-1 1M8.300 8.300h.01',
  key: 'M8 11a4 4 0 1 0 0 8a4 4 0 0 0 0-8M11 12.500 20 3.500M16 7.500l3 3',
  mail: 'M4 6h16v12H4zM4 7l8 6.500L20 7',
  phone:
    'M6 4h3.500l1.500 4.500-2 1.500a12 12 0 0 0 5 5l1.500-2 4.500 1.500V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  pencil: 'M4 20l1-4.500L16.500 4 20 7.500 8.500 19zM14 6.500 17.500 10',
  trash: 'M4.500 7h15M9.500 7V4h5v3M6.500 7l1 13h9l1-13M10 11v5.500M14 11v5.500',
  archive: 'M4 5h16v4H4zM5.500 9v10h13V9M10 13h4',
  restore: 'M4 9h10a5 5 0 0 1 0 10H8M4 9l4.500-4.500M4 9l4.500 4.500',
  note: 'M6 3.500h9L19 7.500V20.500H6zM9 9h4M9 12.500h7M9 16h7',
  paperclip:
    'M19.500 11.500 12 19a5 5 0 0 1-7-7l8-8a3.300 3.300 0 0 1 4.700 4.700L10 16.400a1.700 1.700 0 0 1-2.400-2.400L14 7.700',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4',
  list: 'M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.01M4.500 12h.01M4.500 17.500h.01',
  chart: 'M5 20V11M12 20V4M19 20v-6',
  trendUp: 'M4 17l6-6 4 4 6.500-7M15 8h5.500v5.500',
  trendDown: 'M4 7l6 6 4-4 6.500 7M15 16h5.500v-5.500',
  trendSteady: 'M4 12h16M15 7l5 5-5 5',
  cart: 'M3 4.500h2.500L8 15.500h10L20.500 8H6.300M9 19.500h.01M17 19.500h.01',
  card: 'M3.500 6h17v12h-17zM3.500 10h17M7 14.500h3',
  trophy:
    'M8 4h8v5a4 4 0 0 1-8 0zM8 5.500H4.500A3.500 3.500 0 0 0 8 9.500M16 5.500h3.500A3.500 3.500 0 0 1 16 9.500M12 13v4M8.500 20h7M10 17h4v3',
  clock: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M12 8v4.500l3 2',
  download: 'M12 4v11M7 10.500l5 5 5-5M5 20h14',
  upload: 'M12 15.500v-11M7 9l5-5 5 5M5 20h14',
  external: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  info: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M12 11.500v4.500M12 8.300h.01',
  warning: 'M12 4 2.800 19.500h18.400zM12 10v4.500M12 17h.01',
  moon: 'M20 14A8.500 8.500 0 1 1 10 4a7 7 0 0 0 10 10z',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  language:
    'M3.500 12h17M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M12 3.500c-4.500 4.700-4.500 12.300 0 17M12 3.500c4.500 4.700 4.500 12.300 0 17',
  keyboard: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.500h8',
  signOut: 'M14 4.500H6v15h8M10.500 12H21M17 8l4 4-4 4',
  more: 'M4.5 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M17.5 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  menu: 'M4 7h16M4 12h16M4 17h16',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3A4 4 0 0 0 13.500 6L12 7.500M14 10a4 4 0 0 0-6-.5l-3 3A4 4 0 0 0 10.500 18l1.500-1.500',
  star: 'M12 4l2.500 5.200 5.500.8-4 4 1 5.600-5-2.700-5 2.700 1-5.600-4-4 5.500-.8z',
  filter: 'M4 6h16M7 12h10M10 18h4',
  flag: 'M6 21V4h11l-2 4 2 4H6',
  heart: 'M12 20C5 15.500 3.500 12 3.500 9A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 8.500 2c0 3-1.500 6.500-8.500 11z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
