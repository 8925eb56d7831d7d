import { IsBoolean, IsOptional } from 'class-validator';

/** How a view is to be made anew. */
export class RebuildBody {
  /** Begins a new generation also where an earlier attempt could be gone on with. */
  @IsOptional()
  @IsBoolean()
  readonly fromScratch?: boolean;

  /** Compares the new generation with the one that serves, and drops it again. */
  @IsOptional()
  @IsBoolean()
  readonly compareOnly?: boolean;
}
