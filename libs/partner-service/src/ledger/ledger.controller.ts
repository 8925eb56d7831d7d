import { Body, Controller, HttpCode, HttpStatus, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CurrentCaller } from '@kring/access';
import type { Caller } from '@kring/access';
import { WrongExpectedRevision } from '@kring/event-store';
import { problem } from '@kring/platform';
import { Regions } from '@kring/regions';
import { LedgerEntryBody, PageQuestion, ReceiptQuestion } from './ledger.bodies.ts';
import { Described, entryDescription, pageDescription, receiptDescription } from './ledger.openapi.ts';
import { PARTNER_LEDGER } from './ledger.ts';
import type { KnownReceipt, LedgerPage, PartnerLedger, Receipt } from './ledger.ts';
import { staleRevision } from './stale-revision.ts';

/** The hub's side of the ledger, for partner services that run as a process of their own: open to that partner's system alone. */
@ApiTags('ledgers')
@ApiBearerAuth()
@Controller('v1/ledgers/:partner')
export class PartnerLedgerController {
  constructor(
    @Inject(PARTNER_LEDGER) private readonly ledger: PartnerLedger,
    private readonly regions: Regions,
  ) {}

  @Post('pages/_search')
  @HttpCode(HttpStatus.OK)
  @Described(pageDescription)
  async read(@CurrentCaller() caller: Caller, @Param('partner') partner: string, @Body() { household }: PageQuestion): Promise<LedgerPage> {
    this.mustBeSystemFor(partner, caller);
    return this.ledger.read(partner, household);
  }

  @Post('entries')
  @HttpCode(HttpStatus.OK)
  @Described(entryDescription)
  async write(@CurrentCaller() caller: Caller, @Param('partner') partner: string, @Body() entry: LedgerEntryBody): Promise<Receipt> {
    this.mustBeSystemFor(partner, caller);
    return this.ledger.write(partner, entry).catch((error: unknown) => {
      throw error instanceof WrongExpectedRevision ? staleRevision.problem(error.actual === 'no-stream' ? -1 : error.actual) : error;
    });
  }

  @Post('receipts/_search')
  @HttpCode(HttpStatus.OK)
  @Described(receiptDescription)
  async receiptOf(@CurrentCaller() caller: Caller, @Param('partner') partner: string, @Body() command: ReceiptQuestion): Promise<{ known: KnownReceipt | null }> {
    this.mustBeSystemFor(partner, caller);
    return { known: (await this.ledger.receiptOf(partner, command)) ?? null };
  }

  private mustBeSystemFor(partner: string, caller: Caller): void {
    const own = caller.kind === 'system' && caller.partner !== null && this.regions.mayPublishFor(caller.partner, partner);
    if (!own) throw problem.notFound();
  }
}
