import type { ComponentChildren } from 'preact';
import { Value } from './chinese.js';

export function Badge({ children, tone = 'plain' }: { children: ComponentChildren; tone?: 'plain' | 'good' | 'ended' | 'changed' }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

/** Validity in words; colour only adds to them. Being in force is the rule and is not marked. */
export function ValidityBadge({ label }: { label: string }) {
  if (/废止|失效|过期/.test(label))
    return (
      <Badge tone="ended">
        <Value>{label}</Value>
      </Badge>
    );
  if (/修改/.test(label))
    return (
      <Badge tone="changed">
        <Value>{label}</Value>
      </Badge>
    );
  return <></>;
}
