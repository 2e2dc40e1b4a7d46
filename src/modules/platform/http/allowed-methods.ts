import type { Application } from 'express';

/** The part of Express's router that is asked here. */
interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** Methods of the routes at this path, in capitals; empty when there is nothing at all. */
export function allowedMethods(application: Application, path: string): string[] {
  const layers = (application as unknown as { router: { stack: Layer[] } }).router.stack;
  const methods = new Set<string>();
  for (const layer of layers) {
    if (!layer.route || layer.route.methods['_all'] || !layer.match(path)) continue;
    for (const [method, present] of Object.entries(layer.route.methods)) if (present) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}
