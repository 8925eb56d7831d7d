import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { problem } from '@kring/platform';
import { receive } from './current-caller.ts';
import type { Asking } from './current-caller.ts';
import { TokenVerifier } from './token-verifier.ts';

const isPublic = 'kring:public';

/** Opens a route or a controller to everyone; without it, no token means 401. */
export const Public = () => SetMetadata(isPublic, true);

/** Stands before every route: no caller, no answer. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly verifier: TokenVerifier, private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Asking>();
    const open = this.reflector.getAllAndOverride<boolean | undefined>(isPublic, [context.getHandler(), context.getClass()]) === true;
    if (!open) receive(request, await this.verifier.callerOf(bearerOf(request)));
    return true;
  }
}

const bearerOf = ({ headers }: Asking): string => {
  const [scheme = '', token = '', ...rest] = (headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || token === '' || rest.length > 0) throw problem.unauthorized();
  return token;
};
