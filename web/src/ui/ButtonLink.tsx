// Looks like a button, goes somewhere.
import { Button as KitButton } from '@mantine/core';
import { Link } from 'react-router';
import { look, type ButtonLook } from './Button';

export function ButtonLink({ children, to, ...others }: ButtonLook & { to: string }) {
  return (
    <KitButton component={Link} to={to} {...look(others)}>
      {children}
    </KitButton>
  );
}

/** The same look for a file of the server: the browser saves it. */
export function DownloadLink({ children, href, label, ...others }: ButtonLook & { href: string; label: string }) {
  return (
    <KitButton
      component="a"
      href={href}
      download
      aria-label={label}
      data-tooltip={label}
      {...look({ icon: 'download', ...others })}
    >
      {children}
    </KitButton>
  );
}
