// The page's pictures: drawn with lines in the colour of the text beside them, and silent, because a word always says the same.

const PATHS = {
  home: ['M4 11.5 12 5l8 6.5', 'M6.5 10v9h11v-9'],
  messages: ['M4.5 6h15v10h-9l-4 3.5V16h-2z'],
  channel: ['M9.5 4.5 8 19.5', 'M16 4.5 14.5 19.5', 'M5 9.5h15', 'M4 15h15'],
  lock: ['M6.5 11h11v8.5h-11z', 'M9 11V8a3 3 0 0 1 6 0v3'],
  people: [
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
    'M3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5',
    'M15.5 5.4a3 3 0 0 1 0 5.4',
    'M17 14.4c2 .7 3.5 2.4 3.5 4.6',
  ],
  down: ['m6.5 9.5 5.5 5.5 5.5-5.5'],
  close: ['m6 6 12 12', 'M18 6 6 18'],
  back: ['M14.5 5.5 8 12l6.5 6.5'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  reply: ['M4.5 6h15v9h-7l-4 3.5V15h-4z', 'M8.5 10.5h7'],
  edit: ['M5 19l1-4L16 5l3 3L9 18z'],
  bin: ['M5 7.5h14', 'M9.5 7V5h5v2', 'M7 7.5 8 20h8l1-12.5'],
  attach: ['m18.5 11-6.8 6.8a4 4 0 0 1-5.7-5.7l7.3-7.3a2.7 2.7 0 0 1 3.8 3.8l-7.2 7.2a1.3 1.3 0 0 1-1.9-1.9l6.3-6.3'],
  send: ['M5 12 4 5l16 7-16 7z', 'M5 12h8'],
  download: ['M12 4.5v10', 'm7.5 10.5 4.5 4.5 4.5-4.5', 'M5 19.5h14'],
  sun: [
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
    'M12 2.5v2',
    'M12 19.5v2',
    'M2.5 12h2',
    'M19.5 12h2',
    'm5.3 5.3 1.4 1.4',
    'm17.3 17.3 1.4 1.4',
    'm18.7 5.3-1.4 1.4',
    'm6.7 17.3-1.4 1.4',
  ],
  moon: ['M19.5 14A8 8 0 0 1 10 4.5a8 8 0 1 0 9.5 9.5z'],
  timeline: ['M6 4.5v15', 'M6 7h3', 'M12 7h7', 'M6 12h3', 'M12 12h5', 'M6 17h3', 'M12 17h8'],
  faults: ['M12 4 3.5 19.5h17z', 'M12 10v4.5', 'M12 17v.2'],
  bookmark: ['M7 4.5h10v15l-5-4-5 4z'],
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
