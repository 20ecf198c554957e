// Where to go after the sign-in: only an address of our own, never another site's. Pure.
export function safeReturnTo(wanted: string | null): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  return wanted.startsWith('/sign-in') ? '/' : wanted;
}
