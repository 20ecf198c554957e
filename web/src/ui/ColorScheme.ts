// Light, dark or what the system prefers; /theme.js reads the same key before the first paint.
import { localStorageColorSchemeManager, useMantineColorScheme } from '@mantine/core';

export type ThemeChoice = 'auto' | 'light' | 'dark';
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'spotter.theme' });

export function useThemeChoice(): { theme: ThemeChoice; setTheme: (theme: ThemeChoice) => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return { theme: colorScheme, setTheme: setColorScheme };
}
