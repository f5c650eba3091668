import { Module } from '@nestjs/common';
import { Ledger } from './ledger.service.ts';

@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
