### Refusals: ours, and the shop's own.

## Refusals

refused-status = Order { $order } { order-status }. I can do this only { $allowed }.
refused-no-such-orders = You have no order that is { $statuses }, so there is nothing I can do this with.
refused-no-orders = You have no order that I can do this with.
refused-too-late = { $since ->
        [delivered] This is possible within { in-days } of delivery, and your order was delivered on { $day }.
       *[placed] This is possible within { in-days } of ordering, and you placed the order on { $day }.
    }
    .but-a-fault = { $refusal } A fault is another matter, though:
    .person = A person has to look at whether that holds for yours. Shall I bring one in?
in-days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
refused-reason = I can do this for these reasons: { $reasons }.
refused-return-comes-first = For that reason the money comes back once the goods are with us. Say “I want to return it” and I'll start the return.
refused-own-fault = Thank you for telling me how it happened. Refunds are for goods that came damaged, so what happened afterwards is for a person to decide.
refused-left-to-a-person = I can't do this here in the chat, but a person can.
refused-other-account = That order belongs to another account, so I can only tell you where it is. Please sign in with that account.
refused-orders-open = { $count ->
        [one] An order is still open ({ $orders }). Once it is done, your account can be deleted.
       *[other] Some orders are still open ({ $orders }). Once they are done, your account can be deleted.
    }
refused-quantities-astray = { $count ->
        [one] One of the quantities belongs to an item that you didn't name.
       *[other] { $count } of the quantities belong to items that you didn't name.
    }
refused-not-in-order = That item isn't in order { $order }.
refused-not-so-many = Order { $order } has only { $count } × { $goods }.
refused-fewer-left = Of { $goods } in order { $order }, only { $count } is left for this.
refused-only-together = The { $count } × { $goods } of one order line can only be swapped together; fewer of them I can't.
refused-goods-settled = { $by ->
        [return_items] { $goods } of order { $order } is already registered for return.
        [exchange_items] { $goods } of order { $order } is already registered for an exchange.
        [refund] { $goods } of order { $order } was already refunded.
       *[other] { $goods } of order { $order } was returned, exchanged or refunded before.
    }
refused-order-settled = The goods of order { $order } were returned, exchanged or refunded before.
refused-goods-settled-before = A return, exchange or refund was made for these goods of order { $order } before.
refused-goods-paid-back = The money for these goods of order { $order } was returned before.
refused-goods-done-before = This was done before for these goods of order { $order }.
refused-all-paid-back = Everything paid for order { $order } was returned before.
refused-more-than-paid = That is more than is left of what was paid for order { $order }.
refused-refund-too-high = I can refund at most { $most } for these goods.
refused-nothing-paid = Order { $order } shows no payment that could be returned.
refused-over-limit = I can do this for up to { $highest } an order.
    .after-earlier = I can do this for up to { $highest } an order, and { $before } of it went back before.
refused-times = { $times ->
        [one] This is possible once for an order, and it was done for { $order } before.
       *[other] This is possible { $times } times for an order, and it was done that often for { $order } before.
    }
refused-after-earlier = { $action ->
        [change_order_items] The items of order { $order } were changed before, so this is no longer possible.
        [cancel_order] Order { $order } was cancelled before, so this is no longer possible.
        [return_items] A return was made for order { $order } before, so this is no longer possible.
        [exchange_items] An exchange was made for order { $order } before, so this is no longer possible.
        [refund_order] A refund was made for order { $order } before, so this is no longer possible.
       *[other] After an earlier change to order { $order } this is no longer possible.
    }
refused-cancelled-before = Order { $order } was cancelled before, or is being cancelled.
refused-done-just-now = This was done to order { $order } a moment ago.
refused-no-other-method = There is no other payment method on your account.
refused-paid-so-already = Order { $order } is already paid by { $method }.
refused-not-your-method = That payment method isn't on your account.
refused-refund-method = The money can only go back to the method that paid.
    .or-gift-card = The money can only go back to the method that paid or to a gift card.
refused-gift-card-too-small = Your gift card has { $balance } left, which doesn't cover { $needed }.
refused-gift-card-empty = Your gift card has nothing left, so it doesn't cover { $needed }.
refused-no-longer-sold = { $goods } is no longer sold.
refused-no-other-in-stock = No other { $goods } is in stock right now.
refused-not-in-stock = { $goods } ({ $options }) isn't in stock.
refused-same-variant = In order { $order } it is like that already: { $goods }.
refused-no-step = { $step ->
        [up] There is no larger one than that: { $goods }.
       *[down] There is no smaller one than that: { $goods }.
    }
refused-other-product = { $goods } can only be changed to another { $goods }.
# What the shop itself refused, where it says nothing more.
refused = { $code ->
        [not_found] I can't find that for you.
        [not_owner] I can't find that for you.
        [wrong_status] The order is in a state now in which this isn't possible.
        [bad_reason] This isn't possible for that reason.
        [line_not_in_order] That item isn't in the order.
        [other_product] Items can only be changed within the same product.
        [same_variant] The order has that one already.
        [unavailable] That isn't available right now.
        [payment_method_not_owned] That payment method isn't on your account.
        [refund_method_not_allowed] The money can only go back to the method that paid, or to a gift card.
        [insufficient_balance] The balance of that gift card doesn't cover it.
        [window_passed] It is too late for this.
        [over_limit] That is more than is possible for this order.
        [already_done] This was done before.
        [stale_version] Something changed since you confirmed, so nothing was done.
       *[other] The shop doesn't allow this.
    }
    .person = Would you like a person to look at it?
no-discount = I can't take something off a price or pay a part of it back just so: no rule of ours lets me. What came damaged, wrong or not at all I can refund, return or exchange. For anything else a person decides: would you like to talk to one?
surplus-was-not-charged = You ordered { $count } × { $goods } in order { $order }, so what came beyond that is our mistake, and you were not charged for it. A colleague can tell you whether and how it comes back to us.
refused-part-of-order = I can only cancel order { $order } as a whole ({ $goods }), not a part of it.
cancel-whole = Cancel the whole order
# What no action does with an order that was placed. "kind": faster, gift, no_prices, driver, together, when, code.
extra = { $kind ->
        [fee] I can't refund a delivery charge myself, only goods.
        [second_fee] I can't refund a delivery charge myself, only goods.
        [faster] I can't make the delivery of an order faster once it is placed.
        [gift] I can't add gift wrapping or a card to an order that was placed.
        [no_prices] I can't change what lies in the parcel of an order that was placed.
        [driver] I can't pass a note on to the driver for an order that was placed.
        [together] I can't put orders that were placed into one parcel.
        [when] I can't change the day or the hour of an order's delivery.
       *[code] I can't add a code to an order that was placed.
    }
    .person = { $order ->
        [none] A person can see whether something can be done. Shall I bring one in?
       *[other] A person can see whether something can be done with order { $order }. Shall I bring one in?
    }
nothing-is-added = I can't add anything to an order that was placed. You can order it separately in the shop, or a colleague can see whether it still fits in.
