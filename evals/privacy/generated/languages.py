"""What the seven languages say: how a message gives a piece of personal data, and how digits and signs are spelled."""

SPELLED = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "de": ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    "fr": ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
    "es": ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
    "it": ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"],
    "pt": ["zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"],
    "nl": ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
}
AT = {"en": "at", "de": "ät", "fr": "arobase", "es": "arroba", "it": "chiocciola", "pt": "arroba", "nl": "apenstaartje"}
DOT = {"en": "dot", "de": "punkt", "fr": "point", "es": "punto", "it": "punto", "pt": "ponto", "nl": "punt"}

# By language and kind; {} is the value.
SAID: dict[str, dict[str, list[str]]] = {
    "en": {
        "card": [
            "my card is {}",
            "you charged {} twice",
            "please use {} for this",
            "{} was declined",
            "card number {}, thanks",
        ],
        "ssn": ["my ssn is {}", "social security number {}", "they asked for my social, {}"],
        "iban": ["refund to {}", "IBAN {}", "my iban is {} please"],
        "bank_account": ["account number {}", "my bank account is {}", "please wire it to account {} at my bank"],
        "email": ["write to {}", "my e-mail is {}", "I ordered with {}", "{} is my address for mails"],
        "phone": ["call me at {}", "my number is {}", "phone: {}", "you can text {}"],
        "address": ["ship it to {}", "my new address is {}", "I live at {}", "the parcel should go to {}, please"],
        "name": ["my name is {}", "this is {}, still waiting", "it was ordered by {}", "Regards,\n{}", "please ask for {}"],
        "date_of_birth": ["I was born on {}", "date of birth: {}", "my dob is {}"],
        "passport": ["passport number {}", "my passport is {}"],
        "driving_licence": ["driving licence {}", "my driver's license number is {}"],
        "secret": ["my password is {}", "password: {}", "I logged in with the password {}"],
        "ip": ["my ip is {}", "I connect from {}"],
    },
    "de": {
        "card": ["meine Karte ist {}", "Kartennummer {}", "{} wurde zweimal belastet"],
        "iban": ["Erstattung bitte auf {}", "IBAN {}", "meine IBAN lautet {}"],
        "bank_account": ["Kontonummer {}", "mein Konto {} bei der Bank"],
        "email": ["meine Mail ist {}", "schreiben Sie an {}", "E-Mail: {}"],
        "phone": ["rufen Sie mich an unter {}", "Telefon {}", "meine Handynummer ist {}"],
        "address": ["ich wohne in der {}", "Lieferadresse: {}", "bitte an {} schicken"],
        "name": ["mein Name ist {}", "ich heiße {}", "Mit freundlichen Grüßen\n{}", "bestellt auf den Namen {}"],
        "date_of_birth": ["geboren am {}", "Geburtsdatum: {}"],
        "passport": ["Reisepass {}", "Passnummer {}"],
        "driving_licence": ["Führerschein {}", "Führerscheinnummer {}"],
        "secret": ["mein Passwort ist {}", "Passwort: {}"],
    },
    "fr": {
        "card": ["ma carte est {}", "numéro de carte {}", "{} a été débitée deux fois"],
        "iban": ["remboursez sur {}", "IBAN {}"],
        "bank_account": ["numéro de compte {}", "mon compte bancaire est le {}"],
        "email": ["mon mail est {}", "écrivez à {}"],
        "phone": ["appelez-moi au {}", "téléphone : {}", "mon numéro est le {}"],
        "address": ["j'habite au {}", "livrez au {}", "mon adresse est {}"],
        "name": ["je m'appelle {}", "mon nom est {}", "Cordialement,\n{}", "commande au nom de {}"],
        "date_of_birth": ["né le {}", "date de naissance : {}"],
        "passport": ["passeport {}"],
        "driving_licence": ["permis de conduire {}"],
        "secret": ["mon mot de passe est {}", "mot de passe : {}"],
    },
    "es": {
        "card": ["mi tarjeta es {}", "número de tarjeta {}"],
        "iban": ["devuélvanlo a {}", "IBAN {}"],
        "bank_account": ["número de cuenta {}", "mi cuenta bancaria es {}"],
        "email": ["mi correo es {}", "escríbanme a {}"],
        "phone": ["llámenme al {}", "mi teléfono es {}", "móvil {}"],
        "address": ["vivo en {}", "mi dirección es {}", "envíenlo a {}"],
        "name": ["me llamo {}", "mi nombre es {}", "Saludos,\n{}", "a nombre de {}"],
        "date_of_birth": ["nací el {}", "fecha de nacimiento: {}"],
        "passport": ["pasaporte {}"],
        "driving_licence": ["carnet de conducir {}"],
        "secret": ["mi contraseña es {}", "contraseña: {}"],
    },
    "it": {
        "card": ["la mia carta è {}", "numero di carta {}"],
        "iban": ["rimborsate su {}", "IBAN {}"],
        "bank_account": ["numero di conto {}", "il mio conto corrente è {}"],
        "email": ["la mia mail è {}", "scrivetemi a {}"],
        "phone": ["chiamatemi al {}", "il mio numero è {}", "cellulare {}"],
        "address": ["abito in {}", "il mio indirizzo è {}", "spedite a {}"],
        "name": ["mi chiamo {}", "il mio nome è {}", "Cordiali saluti\n{}", "a nome di {}"],
        "date_of_birth": ["sono nato il {}", "data di nascita: {}"],
        "passport": ["passaporto {}"],
        "driving_licence": ["patente di guida {}"],
        "secret": ["la mia password è {}", "password: {}"],
    },
    "pt": {
        "card": ["o meu cartão é {}", "número do cartão {}"],
        "iban": ["devolvam para {}", "IBAN {}"],
        "bank_account": ["número da conta {}", "a minha conta bancária é {}"],
        "email": ["o meu email é {}", "escrevam para {}"],
        "phone": ["liguem-me para {}", "o meu telefone é {}", "telemóvel {}"],
        "address": ["moro na {}", "a minha morada é {}", "entreguem em {}"],
        "name": ["chamo-me {}", "o meu nome é {}", "Cumprimentos,\n{}", "em nome de {}"],
        "date_of_birth": ["nasci em {}", "data de nascimento: {}"],
        "passport": ["passaporte {}"],
        "driving_licence": ["carta de condução {}"],
        "secret": ["a minha senha é {}", "senha: {}"],
    },
    "nl": {
        "card": ["mijn kaart is {}", "kaartnummer {}"],
        "iban": ["terugbetalen op {}", "IBAN {}"],
        "bank_account": ["rekeningnummer {}", "mijn bankrekening is {}"],
        "email": ["mijn mail is {}", "schrijf naar {}"],
        "phone": ["bel mij op {}", "mijn telefoonnummer is {}", "mobiel {}"],
        "address": ["ik woon op {}", "mijn adres is {}", "bezorg het op {}"],
        "name": ["ik heet {}", "mijn naam is {}", "Met vriendelijke groet,\n{}", "op naam van {}"],
        "date_of_birth": ["geboren op {}", "geboortedatum: {}"],
        "passport": ["paspoort {}"],
        "driving_licence": ["rijbewijs {}"],
        "secret": ["mijn wachtwoord is {}", "wachtwoord: {}"],
    },
}

# What stands before or after, without anything personal in it.
AROUND: dict[str, list[str]] = {
    "en": ["", "Hello, ", "order HP204411 is late. ", "I am quite upset. ", "Sorry to bother you again, "],
    "de": ["", "Hallo, ", "Bestellung HP204411 fehlt. ", "Guten Tag, "],
    "fr": ["", "Bonjour, ", "la commande HP204411 est en retard. "],
    "es": ["", "Hola, ", "el pedido HP204411 no llega. "],
    "it": ["", "Buongiorno, ", "l'ordine HP204411 non arriva. "],
    "pt": ["", "Olá, ", "a encomenda HP204411 não chegou. "],
    "nl": ["", "Hallo, ", "bestelling HP204411 is te laat. "],
}

# {number} is an order's or a parcel's, {date} a day, {money} an amount, {product} one of the shop's goods, {n} a small number.
CLEAN: dict[str, list[str]] = {
    "en": [
        "where is order {number}?", "tracking {parcel} has not moved since {date}", "the {product} arrived broken",
        "I paid {money} on {date}", "I ordered {n} of the {product}", "can I exchange the {product} for the {product}?",
        "invoice {number} of {date} says {money}", "is the {product} {n} x {n} cm?", "does my card get charged at once?",
        "the password link for order {number} expired", "refund me {money} please", "{n} of {n} parcels came, {parcel} is missing",
        "my name is wrong on order {number}", "can I change the address of order {number}?", "SKU {number} is out of stock",
        "call before you deliver the {product}", "delivery between {n}:00 and 18:30 on {date}", "error {n} when I pay {money}",
    ],
    "de": [
        "wo ist Bestellung {number}?", "Sendung {parcel} hängt seit {date}", "der Artikel {product} ist kaputt",
        "ich habe {money} am {date} bezahlt", "Rechnung {number} über {money}", "{n} Stück {product} bitte", "Passwort vergessen",
    ],
    "fr": [
        "où est la commande {number} ?", "le colis {parcel} est bloqué depuis le {date}", "j'ai payé {money} le {date}",
        "facture {number} de {money}", "je voudrais {n} {product}", "mot de passe oublié",
    ],
    "es": [
        "¿dónde está el pedido {number}?", "el envío {parcel} no se mueve desde el {date}", "pagué {money} el {date}",
        "factura {number} de {money}", "quiero {n} {product}", "olvidé mi contraseña",
    ],
    "it": [
        "dov'è l'ordine {number}?", "la spedizione {parcel} è ferma dal {date}", "ho pagato {money} il {date}",
        "fattura {number} di {money}", "vorrei {n} {product}", "password dimenticata",
    ],
    "pt": [
        "onde está a encomenda {number}?", "o envio {parcel} está parado desde {date}", "paguei {money} em {date}",
        "fatura {number} de {money}", "quero {n} {product}", "esqueci a senha",
    ],
    "nl": [
        "waar is bestelling {number}?", "pakket {parcel} staat stil sinds {date}", "ik betaalde {money} op {date}",
        "factuur {number} van {money}", "ik wil {n} {product}", "wachtwoord vergeten",
    ],
}  # fmt: skip
