import { Injectable } from '@nestjs/common';

@Injectable()
export class CatalogueService {
  list(..._: unknown[]): Promise<never> { throw new Error('list'); }
  course(..._: unknown[]): Promise<never> { throw new Error('course'); }
  programme(..._: unknown[]): Promise<never> { throw new Error('programme'); }
}
