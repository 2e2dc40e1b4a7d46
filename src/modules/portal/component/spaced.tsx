import { type ComponentChildren, toChildArray } from 'preact';

/** Parts that a stylesheet sets apart, apart for those too who hear them or read them as plain text. */
export function Spaced({ children }: { children: ComponentChildren }) {
  return <>{toChildArray(children).flatMap((part, place) => (place > 0 ? [' ', part] : [part]))}</>;
}
