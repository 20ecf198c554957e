-- Revenue asks of every paid line whether some of it was given back, which is rare: few rows answer it.
create index payment_refund on payment (gym_id, purchase_id) where kind = 'REFUND';
