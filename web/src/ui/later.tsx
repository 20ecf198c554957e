// Parts of the page that are bundles of their own, fetched when they are first drawn. Not React's lazy: once a placeholder has
// been shown, Suspense holds back what has arrived for up to 300 ms, one nested part after the other.
import { createElement, useEffect, useState, type FunctionComponent, type ReactNode } from 'react';

interface Coming {
  isHere: () => boolean;
  /** Once: a browser that could not fetch a module does not try again before the page is loaded again. */
  fetch: () => Promise<unknown>;
}

type Component = (props: never) => ReactNode;
// Inferred from what the module holds, as React's lazy does.
type PropsOf<C> = C extends (props: infer Props) => ReactNode ? (unknown extends Props ? object : Props) : never;

/** The component, with the placeholder in its place until it is here. What fails is thrown to the error boundary. */
export function later<C extends Component>(
  load: () => Promise<{ default: C }>,
  placeholder: ReactNode = null,
): FunctionComponent<PropsOf<C>> & Coming {
  let here: FunctionComponent<PropsOf<C>> | undefined;
  let coming: Promise<void> | undefined;
  const source: Coming = {
    isHere: () => here !== undefined,
    fetch: () =>
      (coming ??= load().then((module) => {
        here = module.default as unknown as FunctionComponent<PropsOf<C>>;
      })),
  };
  function LaterComponent(props: PropsOf<C>): ReactNode {
    useIsHere(source);
    return here ? createElement(here, props) : placeholder;
  }
  return Object.assign(LaterComponent, source);
}

/** Several that are shown together: fetched at once, here when all are. */
export const together = (parts: readonly Coming[]): Coming => ({
  isHere: () => parts.every((part) => part.isHere()),
  fetch: () => Promise.all(parts.map((part) => part.fetch())),
});

export function useIsHere(source: Coming): boolean {
  const [failure, setFailure] = useState<{ error: unknown }>();
  const [, setIsHere] = useState(() => {
    // While it is drawn: an effect would come after the paint.
    if (!source.isHere()) source.fetch().catch(() => {});
    return source.isHere();
  });
  useEffect(() => {
    if (source.isHere()) return setIsHere(true);
    let isGone = false;
    source.fetch().then(
      () => isGone || setIsHere(true),
      (error: unknown) => isGone || setFailure({ error }),
    );
    return () => void (isGone = true);
  }, [source]);
  if (failure) throw failure.error;
  return source.isHere();
}
