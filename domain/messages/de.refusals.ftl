### Absagen: unsere, und die des Shops selbst.

## Absagen

refused-status = Bestellung { $order } { order-status }. Das geht nur, { $allowed }.
refused-no-such-orders = Sie haben keine Bestellung mit dem Stand: { $statuses }. Deshalb gibt es nichts, womit ich das tun kann.
refused-no-orders = Sie haben keine Bestellung, mit der ich das tun kann.
refused-too-late = { $since ->
        [delivered] Das ist innerhalb von { in-days } nach der Zustellung möglich, und Ihre Bestellung wurde am { $day } zugestellt.
       *[placed] Das ist innerhalb von { in-days } nach der Bestellung möglich, und Sie haben am { $day } bestellt.
    }
    .but-a-fault = { $refusal } Bei einem Mangel ist es anders:
    .person = Ob das für Ihre Ware gilt, muss sich eine Person ansehen. Soll ich jemanden dazuholen?
in-days = { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    }
refused-reason = Das geht aus diesen Gründen: { $reasons }.
refused-return-comes-first = In diesem Fall kommt das Geld zurück, sobald die Ware bei uns ist. Sagen Sie „Ich möchte es zurückgeben“, und ich melde die Rückgabe an.
refused-own-fault = Danke, dass Sie sagen, wie es passiert ist. Erstattet wird, was beschädigt ankam; über das, was danach passiert ist, entscheidet eine Person.
refused-left-to-a-person = Das kann ich hier im Chat nicht tun, eine Person aus unserem Team aber schon.
refused-other-account = Diese Bestellung gehört zu einem anderen Konto, deshalb kann ich Ihnen nur sagen, wo sie ist. Bitte melden Sie sich mit jenem Konto an.
refused-orders-open = { $count ->
        [one] Eine Bestellung ist noch offen ({ $orders }). Sobald sie abgeschlossen ist, lässt sich Ihr Konto löschen.
       *[other] Einige Bestellungen sind noch offen ({ $orders }). Sobald sie abgeschlossen sind, lässt sich Ihr Konto löschen.
    }
refused-quantities-astray = { $count ->
        [one] Eine der Mengen gehört zu einem Artikel, den Sie nicht genannt haben.
       *[other] { $count } der Mengen gehören zu Artikeln, die Sie nicht genannt haben.
    }
refused-not-in-order = Dieser Artikel ist nicht in Bestellung { $order }.
refused-not-so-many = Bestellung { $order } enthält nur { $count } × { $goods }.
refused-fewer-left = Von { $goods } in Bestellung { $order } ist dafür nur noch { $count } übrig.
refused-only-together = Die { $count } × { $goods } einer Bestellzeile kann ich nur zusammen tauschen, nicht einzeln.
refused-goods-settled = { $by ->
        [return_items] Für { $goods } aus Bestellung { $order } ist schon eine Rückgabe angemeldet.
        [exchange_items] Für { $goods } aus Bestellung { $order } ist schon ein Umtausch angemeldet.
        [refund] Für { $goods } aus Bestellung { $order } wurde das Geld schon erstattet.
       *[other] { $goods } aus Bestellung { $order } wurde schon zurückgegeben, umgetauscht oder erstattet.
    }
refused-order-settled = Die Artikel aus Bestellung { $order } wurden schon zurückgegeben, umgetauscht oder erstattet.
refused-goods-settled-before = Für diese Artikel aus Bestellung { $order } gab es schon eine Rückgabe, einen Umtausch oder eine Erstattung.
refused-goods-paid-back = Das Geld für diese Artikel aus Bestellung { $order } wurde schon erstattet.
refused-goods-done-before = Für diese Artikel aus Bestellung { $order } wurde das schon getan.
refused-all-paid-back = Alles, was für Bestellung { $order } bezahlt wurde, ist schon erstattet.
refused-more-than-paid = Das ist mehr, als von der Zahlung für Bestellung { $order } noch übrig ist.
refused-refund-too-high = Für diese Artikel kann ich höchstens { $most } erstatten.
refused-nothing-paid = Zu Bestellung { $order } ist keine Zahlung vermerkt, die sich erstatten ließe.
refused-over-limit = Das geht bis zu { $highest } je Bestellung.
    .after-earlier = Das geht bis zu { $highest } je Bestellung, und { $before } davon sind schon zurückgegangen.
refused-times = { $times ->
        [one] Das ist je Bestellung einmal möglich, und für { $order } wurde es schon getan.
       *[other] Das ist je Bestellung { $times }-mal möglich, und für { $order } wurde es schon so oft getan.
    }
refused-after-earlier = { $action ->
        [change_order_items] Die Artikel von Bestellung { $order } wurden schon einmal geändert, deshalb geht das nicht mehr.
        [cancel_order] Bestellung { $order } wurde schon storniert, deshalb geht das nicht mehr.
        [return_items] Zu Bestellung { $order } gab es schon eine Rückgabe, deshalb geht das nicht mehr.
        [exchange_items] Zu Bestellung { $order } gab es schon einen Umtausch, deshalb geht das nicht mehr.
        [refund_order] Zu Bestellung { $order } gab es schon eine Erstattung, deshalb geht das nicht mehr.
       *[other] Nach einer früheren Änderung an Bestellung { $order } geht das nicht mehr.
    }
refused-cancelled-before = Bestellung { $order } wurde schon storniert oder wird gerade storniert.
refused-done-just-now = Das wurde mit Bestellung { $order } gerade eben getan.
refused-no-other-method = In Ihrem Konto gibt es keine andere Zahlungsart.
refused-paid-so-already = Bestellung { $order } wird schon so bezahlt: { $method }.
refused-not-your-method = Diese Zahlungsart ist nicht in Ihrem Konto.
refused-refund-method = Das Geld kann nur auf die Zahlungsart zurückgehen, mit der bezahlt wurde.
    .or-gift-card = Das Geld kann nur auf die Zahlungsart zurückgehen, mit der bezahlt wurde, oder auf eine Geschenkkarte.
refused-gift-card-too-small = Auf Ihrer Geschenkkarte sind noch { $balance }; das reicht nicht für { $needed }.
refused-gift-card-empty = Ihre Geschenkkarte ist leer; sie reicht nicht für { $needed }.
refused-no-longer-sold = { $goods } wird nicht mehr verkauft.
refused-no-other-in-stock = Von { $goods } ist gerade keine andere Ausführung vorrätig.
refused-not-in-stock = { $goods } ({ $options }) ist nicht vorrätig.
refused-same-variant = So ist es in Bestellung { $order } schon: { $goods }.
refused-no-step = { $step ->
        [up] Größer gibt es das nicht: { $goods }.
       *[down] Kleiner gibt es das nicht: { $goods }.
    }
refused-other-product = { $goods } lässt sich nur gegen eine andere Ausführung davon tauschen.
# Was der Shop selbst abgelehnt hat, wo er nicht mehr dazu sagt.
refused = { $code ->
        [not_found] Das kann ich für Sie nicht finden.
        [not_owner] Das kann ich für Sie nicht finden.
        [wrong_status] Die Bestellung hat jetzt einen Stand, in dem das nicht möglich ist.
        [bad_reason] Aus diesem Grund ist das nicht möglich.
        [line_not_in_order] Dieser Artikel ist nicht in der Bestellung.
        [other_product] Artikel lassen sich nur innerhalb desselben Produkts tauschen.
        [same_variant] Genau diese Ausführung ist schon in der Bestellung.
        [unavailable] Das ist gerade nicht verfügbar.
        [payment_method_not_owned] Diese Zahlungsart ist nicht in Ihrem Konto.
        [refund_method_not_allowed] Das Geld kann nur auf die Zahlungsart zurückgehen, mit der bezahlt wurde, oder auf eine Geschenkkarte.
        [insufficient_balance] Das Guthaben dieser Geschenkkarte reicht dafür nicht.
        [window_passed] Dafür ist es zu spät.
        [over_limit] Das ist mehr, als für diese Bestellung möglich ist.
        [already_done] Das wurde schon getan.
        [stale_version] Seit Ihrer Bestätigung hat sich etwas geändert, deshalb wurde nichts getan.
       *[other] Der Shop lässt das nicht zu.
    }
    .person = Soll sich das eine Person aus unserem Team ansehen?
no-discount = Ich kann nicht einfach etwas vom Preis nachlassen oder einen Teil davon erstatten: Dafür habe ich keine Regel. Was beschädigt, falsch oder gar nicht ankam, kann ich erstatten, zurücknehmen oder umtauschen. Alles andere entscheidet eine Person: Möchten Sie mit einer sprechen?
surplus-was-not-charged = In Bestellung { $order } haben Sie { $count } × { $goods } bestellt. Was darüber hinaus kam, war unser Versehen und wurde nicht berechnet. Ob und wie es zu uns zurückkommt, sagt Ihnen jemand aus unserem Team.
refused-part-of-order = Ich kann Bestellung { $order } nur als Ganzes stornieren ({ $goods }), nicht einen Teil davon.
cancel-whole = Die ganze Bestellung stornieren
extra = { $kind ->
        [fee] Versandkosten kann ich nicht selbst erstatten, nur Waren.
        [second_fee] Versandkosten kann ich nicht selbst erstatten, nur Waren.
        [faster] Die Lieferung einer Bestellung kann ich nicht mehr beschleunigen, sobald sie aufgegeben ist.
        [gift] Eine Geschenkverpackung oder Karte kann ich zu einer aufgegebenen Bestellung nicht hinzufügen.
        [no_prices] Was im Paket einer aufgegebenen Bestellung liegt, kann ich nicht ändern.
        [driver] Für eine aufgegebene Bestellung kann ich dem Fahrer nichts ausrichten.
        [together] Aufgegebene Bestellungen kann ich nicht in ein Paket legen.
        [when] Den Tag oder die Uhrzeit einer Lieferung kann ich nicht ändern.
       *[code] Zu einer aufgegebenen Bestellung kann ich keinen Code hinzufügen.
    }
    .person = { $order ->
        [none] Eine Person kann nachsehen, ob sich etwas machen lässt. Soll ich jemanden holen?
       *[other] Eine Person kann nachsehen, ob sich bei Bestellung { $order } etwas machen lässt. Soll ich jemanden holen?
    }
nothing-is-added = Zu einer aufgegebenen Bestellung kann ich nichts hinzufügen. Sie können es im Shop gesondert bestellen, oder jemand aus unserem Team sieht nach, ob es noch dazu passt.
