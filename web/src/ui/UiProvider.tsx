// What every page of ours stands in: the kit with our theme, tooltips and toasts.
// The kit's variables are static files (tokens.css), so that the content security policy needs no exception for styles.
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import './kit.css';
import './tokens.css';
import './base.css';
import { colorSchemeManager } from './ColorScheme';
import { theme } from './theme';
import { Toaster } from './Toaster';
import { TooltipLayer } from './TooltipLayer';

export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
      <Toaster />
      <TooltipLayer />
    </MantineProvider>
  );
}
