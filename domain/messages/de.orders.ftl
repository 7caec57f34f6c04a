### Wer schreibt, was der Shop weiß, und was gefragt werden muss, bevor etwas getan wird.

## Wer schreibt. Nichts hier darf verraten, ob es eine Bestellung oder ein Konto gibt.

proof-needed = Zuerst muss ich wissen, dass Sie es sind. Bitte nennen Sie mir eine Bestellnummer und dazu die E-Mail-Adresse oder die Postleitzahl dieser Bestellung.
    .without-number = Ohne die Nummer kann eine Person Ihre Bestellung mit Ihrem Namen und der Postleitzahl suchen. Möchten Sie das? Wenn Sie ein Konto bei uns haben, nennen Sie mir sonst dessen E-Mail-Adresse, dann geht ein Code dorthin.
    .without-order = Ohne Bestellung kann ich Sie am Konto erkennen: Nennen Sie mir dessen E-Mail-Adresse, dann geht ein Code dorthin. Oder eine Person hilft Ihnen. Möchten Sie das?
proof-needs-more = Um diese Bestellung zu zeigen, brauche ich ihre E-Mail-Adresse oder Postleitzahl.
    .or-code = Um diese Bestellung zu zeigen, brauche ich ihre E-Mail-Adresse oder Postleitzahl. Oder geben Sie den Code ein, der Ihnen geschickt wurde.
proof-does-not-match = Diese Angaben passen nicht zusammen. Bitte prüfen Sie die Bestellnummer und die E-Mail-Adresse oder Postleitzahl dieser Bestellung. Nach einigen falschen Versuchen kann ich sie eine Stunde lang nicht mehr prüfen; eine Person aus unserem Team kann es.
proof-held = Mit diesen Angaben gab es zu viele falsche Versuche. Zu Ihrer Sicherheit kann ich sie erst in einer Stunde wieder prüfen. Eine Person aus unserem Team kann Ihnen schon vorher helfen.
code-sent = Wenn diese Angaben stimmen, ist ein sechsstelliger Code unterwegs an die hinterlegte E-Mail-Adresse. Bitte geben Sie ihn hier ein.
code-not-here = Der Code kann ein paar Minuten brauchen, vielleicht liegt er im Spam-Ordner. Er geht nur an die hinterlegte E-Mail-Adresse. Wenn er nicht da ist, kann Ihnen eine Person auch ohne ihn helfen. Möchten Sie das?
code-is-right = Danke, das ist der richtige Code. Was kann ich für Sie tun?
code-is-wrong = Dieser Code stimmt nicht oder ist abgelaufen. Nach einigen falschen Versuchen kann ich eine Stunde lang keine Codes prüfen; eine Person aus unserem Team kann es.
known-already = Ich weiß schon, dass Sie es sind. Was kann ich für Sie tun?
    .go-on = Danke, ich weiß schon, dass Sie es sind.
order-known-already = Ja, das ist Bestellung { $order }.
number-not-needed = Die Nummer brauchen Sie dafür nicht.
sign-in-ended = Ihre Anmeldung ist abgelaufen.
sign-in-needed = Dafür müssen Sie auf unserer Seite angemeldet sein. Bitte melden Sie sich an und öffnen Sie den Chat erneut, oder sprechen Sie mit einer Person aus unserem Team.
too-many-mails = In dieser Stunde kann ich Ihnen keine weitere E-Mail schicken. Bitte sehen Sie nach denen, die angekommen sind, auch im Spam-Ordner. Oder versuchen Sie es in einer Stunde noch einmal, oder sprechen Sie mit einer Person aus unserem Team.
too-many-email-changes = Die E-Mail-Adresse Ihres Kontos kann heute nicht noch einmal geändert werden.
order-found = Danke, ich habe Bestellung { $order } gefunden. Was kann ich für Sie tun?
order-not-found = Ich kann diese Bestellung für Sie nicht finden. Bitte prüfen Sie die Bestellnummer.
account-not-found = Ich kann Ihr Konto nicht finden.
value-expired = Zu Ihrem Schutz habe ich nicht mehr, was Sie mir dafür angegeben hatten ({ $value }). Könnten Sie es noch einmal angeben?

## Bestellungen: welche, wo sie ist, was erstattet wurde

order-status = { $status ->
        [pending] wird vorbereitet
        [processed] ist verpackt
        [shipped] ist unterwegs
        [delivered] wurde zugestellt
        [cancelled] wurde storniert
       *[returned] wurde zurückgeschickt
    }
# „Sie haben keine Bestellung mit dem Stand: …“, und wann sich mit ihr etwas machen lässt
status-wanted = { $status ->
        [pending] in Vorbereitung
        [processed] verpackt
        [shipped] unterwegs
        [delivered] zugestellt
        [cancelled] storniert
       *[returned] zurückgeschickt
    }
    .when = { $status ->
        [pending] solange sie vorbereitet wird
        [processed] solange sie verpackt bereitliegt
        [shipped] solange sie unterwegs ist
        [delivered] sobald sie zugestellt ist
        [cancelled] sobald sie storniert ist
       *[returned] sobald sie zurückgeschickt ist
    }
which-order = Welche Bestellung ist es? Wählen Sie eine, oder geben Sie ihre Nummer ein.
    .stolen = Das tut mir leid. Um welche Bestellung geht es? Wählen Sie eine aus, oder geben Sie ihre Nummer ein.
    .first = Das geht nur für eine Bestellung nach der anderen. Welche zuerst? Wählen Sie eine, oder geben Sie ihre Nummer ein.
    .not-this = Ich finde keine Bestellung { $number } von Ihnen. Welche Bestellung ist es?
    .no-such-goods = „{ $goods }“ finde ich in Ihren Bestellungen nicht. Welche Bestellung meinen Sie? Wählen Sie eine, oder geben Sie ihre Nummer ein.
    .number = Um welche Bestellung geht es? Bitte nennen Sie mir die Bestellnummer.
    .button = { $order } · { $goods } · { status-wanted }
order-state = { $status ->
        [pending] Bestellung { $order } ({ $goods }) wird vorbereitet und hat uns noch nicht verlassen.
        [processed] Bestellung { $order } ({ $goods }) ist verpackt und wartet auf den Versand.
       *[other] Bestellung { $order } ({ $goods }) { order-status }.
    }
    .delivered-on = Bestellung { $order } ({ $goods }) wurde am { $day } zugestellt.
# What carriers call where a parcel is; one that is not among these is told in the carrier's own word
parcel-state = { $state ->
        [label_created] angekündigt
        [pre_transit] angekündigt
        [accepted] vom Paketdienst übernommen
        [picked_up] vom Paketdienst abgeholt
        [in_transit] unterwegs
        [out_for_delivery] in Zustellung
        [available_for_pickup] zur Abholung bereit
        [ready_for_pickup] zur Abholung bereit
        [delivery_attempted] Zustellung versucht
        [attempted] Zustellung versucht
        [delayed] verspätet
        [exception] aufgehalten
        [held] wird aufbewahrt
        [returned] zurückgesandt
        [return_to_sender] geht an uns zurück
        [lost] verloren
        [delivered] zugestellt
       *[other] { $said }
    }
parcel = Paket { $carrier } { $number }: { $state }.
    .no-time = Ich kenne nur den Tag: Eine Uhrzeit wird mir nicht genannt.
    .expected = Paket { $carrier } { $number }: { $state }, erwartet am { $day }.
# $first und $last sind die Werktage der Richtlinie
usual-delivery = Die Lieferung dauert ab Ihrer Bestellung normalerweise { $first ->
        [1] { $last ->
                [1] einen Werktag
               *[other] 1 bis { $last } Werktage
            }
       *[other] { $first } bis { $last } Werktage
    }.
    .between = { $n ->
        [0] Das ist der { $first }.
       *[other] Das ist zwischen dem { $first } und dem { $last }.
    }
    .express = Mit Express sind es { $first } bis { $last }.
# In wie vielen Paketen eine Bestellung reist
order-parcels = { $n ->
        [0] Sie ist noch nicht unterwegs: In wie vielen Paketen sie kommt, sehe ich erst dann.
        [1] Alles kommt in einem Paket: { $goods }.
       *[other] Sie kommt in { $n } Paketen: { $parcels }.
    }
    .rest = Nicht dabei: { $goods }.
# Ob sie an dem Tag erwartet wird, nach dem zurückgefragt wurde; $day und $last: die Tage, an denen sie erwartet wird
order-on-the-day = { $verdict ->
        [yes] Ja, erwartet wird sie am { DATETIME($day, dateStyle: "full") }.
        [no] Nein, erwartet wird sie am { DATETIME($day, dateStyle: "full") }.
        [open] Das kann sein, versprechen kann ich den Tag nicht: Erwartet wird sie zwischen dem { $day } und dem { $last }.
        [other] Nein, erwartet wird sie zwischen dem { $day } und dem { $last }.
        [between] Erwartet wird sie zwischen dem { $day } und dem { $last }.
       *[told] Erwartet wird sie am { DATETIME($day, dateStyle: "full") }.
    }
# Bis wann eine Bestellung zurückgegeben werden kann; $day: der letzte Tag, $n: von wie vielen, $since: wann sie zugestellt wurde
order-return-by = { $verdict ->
        [yes] Ja: Bestellung { $order } ({ $goods }) können Sie bis { DATETIME($day, dateStyle: "full") } zurückgeben.
        [no] Nein: Der letzte Tag, um Bestellung { $order } ({ $goods }) zurückzugeben, ist { DATETIME($day, dateStyle: "full") }.
        [over] Der letzte Tag, um Bestellung { $order } ({ $goods }) zurückzugeben, war { DATETIME($day, dateStyle: "full") }: Sie wurde am { $since } zugestellt und konnte { $n } Tage lang zurückgegeben werden.
        [later] Bestellung { $order } ({ $goods }) ist noch nicht zugestellt. Danach können Sie sie { $n } Tage lang zurückgeben.
        [no-end] Für die Rückgabe von Bestellung { $order } ({ $goods }) gibt es keinen letzten Tag.
        [never] Bestellung { $order } ({ $goods }) wurde storniert, es muss also nichts zurück.
       *[told] Es ist nicht zu spät: Bestellung { $order } ({ $goods }) wurde am { $since } zugestellt, zurückgeben können Sie sie also bis { DATETIME($day, dateStyle: "full") }.
    }
    .again = Der letzte Tag, um Bestellung { $order } zurückzugeben, ist { DATETIME($day, dateStyle: "full") }.
# Gebraucht bis $day: ob die erwarteten Tage davor liegen
in-time = { $verdict ->
        [likely] Sie sollte also rechtzeitig zum { $day } da sein; versprechen kann ich keinen Tag.
        [open] Sie kann rechtzeitig zum { $day } da sein, aber auch später: Versprechen kann ich keinen Tag.
        [unlikely] Rechtzeitig zum { $day } ist sie also sehr wahrscheinlich nicht da, und das tut mir leid.
       *[unknown] Ob sie rechtzeitig zum { $day } da ist, kann ich nicht sagen.
    }
order-late = { order-late.sorry } Soll sich das eine Person aus unserem Team ansehen?
    .sorry = Das ist später, als es sein sollte, und das tut mir leid.
# Zu einer Bestellung auf dem Weg, von der ein Teil fehlen soll
parcel-in-part = Mehr als das kann ich nicht sehen. Wenn ein Teil angekommen ist und der Rest nicht, muss sich das eine Person ansehen. Soll ich jemanden dazuholen?
# Ein Teil einer Erstattung; die anderen schließen ihn ein.
# Reported twice on a statement. $payments: a list of amounts and methods.
charge-looked-up = { $count ->
        [one] In unseren Büchern wurde Bestellung { $order } einmal bezahlt: { $payments }.
       *[other] In unseren Büchern wurde Bestellung { $order } in { $count } Teilen bezahlt: { $payments }.
    } Wenn auf Ihrem Auszug mehr steht, muss sich das eine Person ansehen, und sie kann es zurückgeben. Soll ich jemanden dazuholen? Alles hier ist dort zu sehen.
refund-made = { $amount } auf { $method }
    .on = { $refund } am { $day }
    .arrives = { $refund }, Ankunft { $kind ->
        [gift_card] sofort
        [paypal] in 1 bis 2 Werktagen
        [bank] in 2 bis 4 Werktagen
       *[card] in 3 bis 5 Werktagen
    }
    .arrives-within = { $refund }; das Geld ist { $days ->
        [0] sofort da
        [one] innerhalb von { $days } Werktag da
       *[other] innerhalb von { $days } Werktagen da
    }
    .latest = { $refund } (bis { DATETIME($day, dateStyle: "full") })
day-checked = { $is_it ->
        [yes] Ja.
       *[no] Nicht ganz.
    }
refund-not-seen = Bis dahin kann es dauern, dass Ihre Bank es anzeigt. Soll sich das eine Person aus unserem Team ansehen?
    .overdue = Es tut mir leid, dass es fehlt. Soll sich das eine Person aus unserem Team ansehen?
refund-disputed = Nach der Bestellung wurde mit { $methods } bezahlt, und Geld geht so zurück, wie bezahlt wurde. Gehört das nicht Ihnen oder haben Sie anders bezahlt, muss es jemand von uns prüfen. Soll ich jemanden dazuholen? Dort ist alles hier zu sehen.
refunds-made = Erstattet zu Bestellung { $order }: { $refunds }.
    .by-now = Das Geld sollte inzwischen da sein.
no-refund-yet = Zu Bestellung { $order } gibt es bisher keine Erstattung.
refund-follows-return = Ihre Rückgabe zu Bestellung { $order } ist angemeldet. Das Geld folgt, sobald die Ware wieder bei uns ist.

## Was der Shop weiß

order-in-a-list = { $order }: { $goods }, { status-wanted }, bestellt am { $placed }
your-orders = { $count ->
        [one] Sie haben eine Bestellung bei uns:
       *[other] Sie haben { $count } Bestellungen bei uns, die neueste zuerst:
    }
older-orders = { $count ->
        [one] Und eine ältere Bestellung.
       *[other] Und { $count } ältere Bestellungen.
    }
no-orders-yet = Sie haben noch keine Bestellungen bei uns.
where-is-order =
    .button = Wo ist { $order }?
order-and-status = { $status ->
        [pending] Bestellung { $order } wird vorbereitet und hat uns noch nicht verlassen.
        [processed] Bestellung { $order } ist verpackt und wartet auf den Versand.
       *[other] Bestellung { $order } { order-status }.
    }
order-holds = Bestellung { $order }: { $goods }.
goods-price = { $goods }: { $amount }
order-total = Zusammen { $total }: { $each }.
paid-by = { $amount } mit { $method }
order-was-paid = Sie haben bezahlt: { $parts }.
order-shows-no-payment = Eine Zahlung ist nicht vermerkt.
order-goes-to = { $status ->
        [cancelled] Die Lieferung sollte an Ihre Adresse in { $city } ({ $country }) gehen.
       *[other] Die Lieferung geht an Ihre Adresse in { $city } ({ $country }).
    }
order-placed-on = Bestellt am { $day }.
order-delivered-on = Zugestellt am { $day }.
order-carried-by = Unterwegs mit { $parcels }.
order-not-with-a-carrier = { $status ->
        [cancelled] Die Bestellung wurde keinem Paketdienst übergeben.
       *[other] Die Bestellung wurde noch keinem Paketdienst übergeben.
    }
order-cancelled-why = Warum sie storniert wurde, kann ich nicht sehen, und es tut mir leid, dass Ihnen das niemand gesagt hat. Soll sich das eine Person aus unserem Team ansehen?
order-nothing-refunded = Bisher wurde dazu nichts erstattet.
order-was-refunded = Bisher erstattet: { $parts }.
account-first-name = Ihr Konto läuft auf den Namen { $name }.
account-email = Als Ihre E-Mail-Adresse haben wir { $email }.
account-phone = Wir haben eine Telefonnummer, die auf { $last } endet.
account-no-phone = Wir haben keine Telefonnummer von Ihnen.
account-addresses = Wir haben Ihre Adresse in { $cities }.
account-no-address = Wir haben keine Adresse von Ihnen.
account-methods = So können Sie bezahlen: { $methods }.
account-no-method = Wir haben keine Zahlungsart von Ihnen.
gift-card-with-balance = Geschenkkarte (noch { $amount })
product-in-stock = Ja, { $product } ist vorrätig: { $variants }.
variant-price = { $options } für { $amount }
product-not-in = { $product } haben wir nicht in { $missing }.
    .so = So haben wir es nicht.
product-comes-in = Vorrätig sind: { $variants }.
variants-out-of-stock = Zurzeit nicht vorrätig: { $variants }.
# $n zählt die Varianten, die genannt werden; keine, wenn es nur eine gibt
product-out-of-stock = { $n ->
        [0] { $product } ist zurzeit nicht vorrätig.
       *[other] { $product } ist zurzeit nicht vorrätig: { $variants }.
    }
# Artikel ohne ein Material oder eine Farbe sind gesucht; $products: was gefunden wurde und es hat
product-not-without = Einen Artikel, der sicher ohne das ist, kann ich Ihnen nicht nennen: { $products } { $n ->
        [one] ist
       *[other] sind
    } nicht das, was Sie suchen.
    .unknown = Woraus die Artikel sind, sehe ich nicht. Deshalb kann ich keinen versprechen, der ohne das ist.
    .person = Raten möchte ich nicht: Soll jemand aus unserem Team das für Sie prüfen?
question-about-an-allergy = Ich habe eine Allergie gegen { $what }. Was ist in Ihren Produkten?
product-not-found = Ich finde diesen Artikel nicht. Könnten Sie den Namen prüfen?
which-product = Um welchen Artikel geht es? Bitte nennen Sie mir seinen Namen.

## Was gefragt werden muss, bevor etwas getan wird

which-items = { $action ->
        [refund] Für welche Artikel aus Bestellung { $order } möchten Sie Ihr Geld zurück?
       *[return] Welche Artikel aus Bestellung { $order } möchten Sie zurückgeben?
    }
    .one = { $action ->
        [exchange] Welchen Artikel aus Bestellung { $order } möchten Sie umtauschen?
       *[change] Welchen Artikel aus Bestellung { $order } möchten Sie ändern?
    }
    .alike = { $action ->
        [refund] In Bestellung { $order } gibt es { $count } × { $goods }. Für welchen davon möchten Sie Ihr Geld zurück?
        [exchange] In Bestellung { $order } gibt es { $count } × { $goods }. Welchen davon möchten Sie umtauschen?
        [change] In Bestellung { $order } gibt es { $count } × { $goods }. Welchen davon möchten Sie ändern?
       *[return] In Bestellung { $order } gibt es { $count } × { $goods }. Welchen davon möchten Sie zurückgeben?
    }
    .to-send = Welche Artikel aus Bestellung { $order } brauchen Sie?
    .all = Alle
how-much-back = Wie viel möchten Sie zurück? Für diese Artikel sind höchstens { $most } möglich.
how-many = Um wie viele der { $count } × { $goods } geht es?
goods-wanted = Ware verschicken kann ich selbst nicht, aber jemand aus unserem Team kann es: { $goods } aus Bestellung { $order }. { $refunds ->
        [yes] Oder ich erstatte Ihnen das Geld. Soll ich jemanden dazuholen?
       *[no] Soll ich jemanden dazuholen?
    }
    .either = Für { $goods } aus Bestellung { $order } geht beides: Jemand aus unserem Team schickt es Ihnen noch einmal, oder ich erstatte Ihnen das Geld. Was möchten Sie?
    .right = Für { $goods } aus Bestellung { $order } geht beides: Jemand aus unserem Team schickt das Richtige, oder ich erstatte das Geld. Was ist Ihnen lieber?
    .searched = Jemand aus unserem Team kann beim Paketdienst nachforschen oder es noch einmal schicken lassen: { $goods } aus Bestellung { $order }. Soll ich jemanden dazuholen?
    .part = was an { $goods } fehlt
    .the-right = Das Richtige schicken
    .again = Noch einmal schicken
which-variant = Welche Ausführung von { $goods } möchten Sie statt { $options }?
    .plain = Welche Ausführung von { $goods } möchten Sie stattdessen?
    .or-return = Wenn davon nichts passt, können Sie den Artikel auch zurückgeben: Sagen Sie es einfach.
    .other = Welche andere Ausführung von { $goods } möchten Sie?
priced = { $what } ({ $price })
which-method = Welche Zahlungsart soll ich verwenden?
    .instead = Welche Ihrer Zahlungsarten soll ich verwenden?
which-reason = Darf ich nach dem Grund fragen?
reason = { $name ->
        [no_longer_needed] Nicht mehr gebraucht
        [ordered_by_mistake] Versehentlich bestellt
        [too_slow] Dauert zu lange
        [damaged] Beschädigt
        [missing] Fehlt
        [not_as_described] Nicht wie beschrieben
        [changed_mind] Anders überlegt
        [does_not_fit] Passt nicht
        [other] Etwas anderes
       *[own] { $words }
    }
whole-address = Bitte nennen Sie mir die ganze neue Adresse: Straße und Hausnummer, Ort, gegebenenfalls Bundesland, und Postleitzahl.
    .again = Ich konnte nicht alle Teile davon lesen. Bitte nennen Sie mir die ganze neue Adresse: Straße und Hausnummer, Ort, gegebenenfalls Bundesland, und Postleitzahl.
address-missing = Danke. Von der neuen Adresse fehlt mir noch: { $parts }.
address-part = { $part ->
        [line1] Straße und Hausnummer
        [city] der Ort
       *[postcode] die Postleitzahl
    }
invoice-only-to-the-account = Rechnungen kann ich nur an die E-Mail-Adresse Ihres Kontos senden, deshalb habe ich jetzt keine verschickt. Ich kann sie dorthin senden, und Sie leiten sie weiter, oder wir ändern zuerst die Adresse Ihres Kontos: Sagen Sie einfach, was Sie möchten.
    .beside = Rechnungen kann ich nur an die E-Mail-Adresse Ihres Kontos senden: Sie können sie von dort weiterleiten oder diese Adresse zuerst ändern.
mails-go-to-the-account = Ich kann sie nur an die Adresse Ihres Kontos senden; bitte leiten Sie sie von dort weiter.
email-not-whole = Diese E-Mail-Adresse ist nicht vollständig. Könnten Sie sie ganz schreiben, etwa name@example.com?
which-account-address = Wie lautet die E-Mail-Adresse Ihres Kontos? Bitte schreiben Sie hier nie ein Passwort.
which-account-change = Was soll ich ändern, und wie soll es heißen?
# Ohne Artikel: Es steht nach „auf“ und nach „mit“.
payment-method = { $kind ->
        [gift_card] Geschenkkarte
        [paypal] PayPal
        [bank] Bankkonto
       *[card] { $brand } ·{ $last4 }
    }
    .unknown = die ursprüngliche Zahlungsart
