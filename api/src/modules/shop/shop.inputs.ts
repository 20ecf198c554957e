import { ArrayMaxSize, IsInt, Max, MaxLength, Min, IsOptional } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';

@ArgsType()
export class ShopItemsInput {
  @Field(() => String, { nullable: true, description: 'Words of the name or its category, accents and case ignored.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;

  @Field(() => ID, { nullable: true })
  categoryId?: string | null;

  @Field(() => Boolean)
  includeArchived: boolean = false;

  @Field(() => Int, { description: 'At most 500.' })
  @IsInt()
  @Min(1)
  @Max(500)
  first: number = 200;
}

@InputType()
export class CreateShopItemInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => ID)
  categoryId: string;

  @Field(() => String, { description: '1 to 80 characters; unique among the items on offer.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  description?: string | null;

  @Field(() => Int, { description: 'VAT included; at most 2,000,000.' })
  priceCents: number;

  @Field(() => Float, { description: 'In percent, two decimals at most: 9, 21, 5.5.' })
  vatRatePercent: number;

  @Field(() => Boolean, { description: 'Listed first; added after the other favourites.' })
  isFavourite: boolean = false;
}

@InputType({ description: 'Absent: untouched. What was sold before keeps its price and VAT.' })
export class ChangeShopItemInput {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  categoryId?: string | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Null clears it.' })
  description?: string | null;

  @Field(() => Int, { nullable: true })
  priceCents?: number | null;

  @Field(() => Float, { nullable: true })
  vatRatePercent?: number | null;

  @Field(() => Boolean, { nullable: true })
  isFavourite?: boolean | null;
}

@InputType()
export class ShopItemIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class OrderFavouritesInput {
  @Field(() => [ID], {
    description: 'Favourites in their new order; those that are not named follow in their old one.',
  })
  @ArrayMaxSize(500)
  shopItemIds: string[];
}

@InputType()
export class CreateShopCategoryInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again returns what the first one made.',
  })
  id?: string | null;

  @Field(() => String, { description: '1 to 60 characters; unique among the categories in use.' })
  name: string;
}

@InputType()
export class RenameShopCategoryInput {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;
}

@InputType()
export class ShopCategoryIdInput {
  @Field(() => ID)
  id: string;
}

@InputType()
export class OrderShopCategoriesInput {
  @Field(() => [ID], {
    description: 'Categories in their new order; those that are not named follow in their old one.',
  })
  @ArrayMaxSize(500)
  shopCategoryIds: string[];
}

@InputType()
export class PurchaseShopItemInput {
  @Field(() => ID, {
    description: 'A UUID made by the client, of the purchase: however often it is sent, one line is made.',
  })
  id: string;

  @Field(() => ID)
  memberId: string;

  @Field(() => ID)
  shopItemId: string;

  @Field(() => Int, { description: '1 to 999.' })
  quantity: number = 1;

  @Field(() => Int, {
    nullable: true,
    description: 'What the screen said it costs altogether: refused when it costs something else by now.',
  })
  totalCents?: number | null;
}
