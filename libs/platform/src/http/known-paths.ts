import type { FastifyInstance } from 'fastify';

const anyMethod = '*';
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A route's pattern as an expression: `:name` is one segment, a star at the end is the rest. */
const expressionOf = (pattern: string): RegExp => {
  const segments = pattern.split('/').map((segment) => (segment === anyMethod ? '.*' : segment.startsWith(':') ? '[^/]+' : escaped(segment)));
  return new RegExp(`^${segments.join('/')}$`);
};

/** Which methods the paths of an application take, to tell a path that is not there from one that takes another method. */
export class KnownPaths {
  private readonly known = new Map<string, { readonly expression: RegExp; readonly methods: Set<string> }>();

  /** Listens to the routes that are laid from now on. */
  listenTo(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      for (const one of [method].flat()) this.add(url, one);
    });
  }

  add(pattern: string, method: string): void {
    const known = this.known.get(pattern) ?? { expression: expressionOf(pattern), methods: new Set<string>() };
    known.methods.add(method.toUpperCase());
    this.known.set(pattern, known);
  }

  /** The methods that a path takes, in the order of the alphabet; none where there is nothing. */
  methodsOf(url: string): readonly string[] {
    const path = url.split('?', 1)[0] ?? '';
    const methods = [...this.known.values()].filter(({ expression }) => expression.test(path)).flatMap((one) => [...one.methods]);
    return [...new Set(methods)].toSorted();
  }
}
