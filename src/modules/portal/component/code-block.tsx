/** A command or a program, in a region that can be scrolled by keyboard. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <section class="scroll" tabIndex={0} aria-label={label}>
      <pre>
        <code>{code}</code>
      </pre>
    </section>
  );
}
