"""What promises sound like in Spanish."""

from __future__ import annotations

from goodword.promises.words.forms import Forms

_SUBJECT = (
    r"(?:yo|nosotros|le|les|te|lo|la|se|usted|ustedes|su|sus|nuestro|nuestra|mi|el|los|las|un|una|alguien|me|nos)"
)

SPANISH = Forms(
    boundary=(
        r"\s*;\s*| [–—-]{1,2} |—|…|: "
        r"|(?:^|,? )(?:(?:y|pero|o) )?(?P<word>si|cuando|en cuanto|tan pronto como|una vez que|después de que|porque|aunque|mientras) "
        rf"|, (?:y |pero |así que )?(?={_SUBJECT}\s)| (?:y|pero) (?=(?:yo|nosotros|le|les|te|se|usted|ustedes|nuestro|nuestra|alguien|me|nos)\s)"
    ),
    subordinate=frozenset({"si", "cuando", "en cuanto", "tan pronto como", "una vez que", "después de que"}),
    waiting=frozenset({"si", "cuando", "en cuanto", "tan pronto como", "una vez que", "después de que"}),
    future=("<will>", "voy|vamos|va|van a !ser_necesario|tener_que|necesitar <to>", "me comprometo", "nos comprometemos", "le|les|te prometo|prometemos|garantizo|garantizamos|aseguro|aseguramos"),
    present=(
        "le|les|te|se_lo|se_la|os llamo|llamamos|envío|enviamos|mando|mandamos|escribo|escribimos|aviso|avisamos|reembolso|reembolsamos|devuelvo|devolvemos|mantengo|mantenemos|informo|informamos|confirmo|confirmamos|contesto|respondo|respondemos|hago|hacemos|abono|abonamos|cambio|cambiamos|repongo|llama|envía",
        "me ocupo|encargo|pongo", "nos ocupamos|encargamos|ponemos", "lo|la|esto reviso|revisamos|compruebo|comprobamos|paso|pasamos|consulto|consultamos|verifico|verificamos|traslado", "recibe|recibes|llega|llegan|sale|salen|viene|vienen|pasa|pasamos|entregamos|enviamos|llamo|llamamos",
    ),
    reader=("le|les|te|os|usted|ustedes|su|sus|se_lo|se_la|tu|tus", "me ocupo|encargo", "nos ocupamos|encargamos"),
    never=(
        "puedo|podemos|puede|pueden|podría|podrían|podríamos|podrá|podrán|podremos|podré|quisiera|quisiéramos|gustaría|debe|deben|debería|deberá|tiene_que|hay_que|quiere|quieren", "espero|esperamos|ojalá|quizás|tal_vez|probablemente|posiblemente", "no|nunca|ningún|ninguna|jamás", "normalmente|generalmente|habitualmente|siempre|por_lo_general",
        "haremos todo|lo_posible|lo_mejor", "será un_placer|necesario", "estaremos|estaré encantados|encantado|aquí|disponibles|fuera|a_su", "por favor", "he|ha|hemos|han", "fue|fueron|envié|enviamos_ayer",
    ),
    spared=("no se le|les cobrará|cargará|facturará|renovará", "no le|les|te cobraremos|cobraré|facturaremos|cargaremos|contactaremos|llamaremos"),
    you_first=("usted|ustedes|nos|me|quiere|desea|necesita|tiene|lo_desea|prefiere|así|le|te|puede|envía|devuelve", "recibamos|tengamos|recibimos|tenga .. su|sus|el|la|los|las", "el problema .. persiste|continúa|vuelve", "persiste|vuelve"),
    asking=("por favor", "puede|podría|pueden|podrían", "envíe|envíen|envíenos|envíeme|llame|llámenos|responda|indique|indíquenos|díganos|confirme|rellene|complete|escríbanos|contacte|revise|compruebe"),
    at_once=("un momento", "un segundo", "espere|déjeme|permítame", "ahora mismo", "le paso|transfiero con"),
    writer=r"\b(?:yo|me|mi|mis)\b|\b\w+(?:aré|eré|iré|dré|bré)\b|\bvoy\b|\b(?:llamo|envío|mando|escribo|aviso|confirmo|ocupo|encargo|informo|mantengo|reviso|paso|consulto)\b",
    kinds=(
        ("callback", ("llamar~|llamo|llamamos|llama|llamada|telefonear~|llamaré|llamaremos|llamará", "por teléfono")),
        ("escalate", ("trasladar~|trasladaremos|transmitir~|escalar~|derivar~|remitir~|reenviar~|elevar~|comunicaré_a|hablaré|hablaremos|consultar~|consulto|consultamos|pasaré|pasaremos|traslado", "paso|pasamos .. a|al")),
        ("update", ("avisar~|aviso|avisamos|informar~|informo|informamos|mantendr~|mantengo|mantenemos", "contactar~|contactaremos|contacto|comunicar~|respond~|contestar~|respuesta", "tendrá|tendrán noticias|respuesta", "pondr~ .. contacto", "pongo|ponemos .. contacto", "diré|diremos|decir|noticias|sabrá|confirmar~|confirmo|confirmamos|actualiz~")),
        ("document", ("<papers>",)),
        ("refund", ("reembols~|devolver~|devolveremos|devuelvo|devolvemos|reintegr~|dinero|importe",)),
        ("credit", ("abono|abonar~|abonamos|vale|cupón|descuento|puntos|crédito|compensar~|compensación|bono|saldo",)),
        ("replacement", ("reemplaz~|sustitu~|repon~|repondremos|reposición", "cambiar~|cambio|cambiamos !de", "uno|una|otro|otra nuevo|nueva", "otro|otra")),
        ("visit", ("técnico|fontanero|electricista|visita|visitar~|cita|pasará|pasaremos|pasaré|vendrá|vendremos|iré|iremos|acudirá|recoger~|recogida|reunión|reunir~",)),
        ("email", ("correo|e-mail|email|sms|mensaje|escribir~|escribo|enlace|contraseña|confirmación|número_de_seguimiento",)),
        ("shipment", ("envío|enviar_el|paquete|pedido|entreg~|llegar~|llega|saldrá|sale|despachar~|recibirá_su|expedi~",)),
        ("investigate", ("revisar~|reviso|revisamos|investigar~|comprobar~|compruebo|comprobamos|verificar~|verifico|estudiar~|analizar~|averiguar~|mirar~|examinar~",)),
        ("fix", ("arreglar~|reparar~|solucionar~|resolver~|corregir~|restablecer~|desbloquear~|restaur~|subsanar~",)),
        ("shipment", ("enviar~|envío|enviamos|mandar~|mando|mandamos|remit~",)),
        ("update", ("decisión|resultado|información|novedad|novedades",)),
    ),
    sets={
        "will": (
            "será|serán|tendrá|tendrán|recibirá|recibirán|recibirás|estará|estarán|llegará|llegarán|saldrá|llamaré|llamaremos|llamará|llamarán|enviaré|enviaremos|enviará|enviarán|mandaré|mandaremos|avisaré|avisaremos|avisará|informaré|informaremos|informará|mantendré|mantendremos|"
            "contactaré|contactaremos|contactará|contactarán|responderé|responderemos|responderá|contestaré|contestaremos|confirmaré|confirmaremos|confirmará|revisaré|revisaremos|revisará|investigaré|investigaremos|investigará|comprobaré|comprobaremos|verificaré|verificaremos|reembolsaré|reembolsaremos|reembolsará|"
            "devolveré|devolveremos|devolverá|abonaré|abonaremos|abonará|cambiaré|cambiaremos|reemplazaré|reemplazaremos|sustituiremos|repondremos|repararé|repararemos|reparará|solucionaré|solucionaremos|solucionará|resolveré|resolveremos|resolverá|arreglaré|arreglaremos|pasaré|pasaremos|pasará|iré|iremos|irá|"
            "vendrá|vendrán|visitará|entregaremos|entregará|entregarán|haré|haremos|hará|pondré|pondremos|pondrá|daré|daremos|dará|diré|diremos|hablaré|hablaremos|trasladaré|trasladaremos|transmitiré|transmitiremos|escalaré|escalaremos|cancelaré|cancelaremos|consultaré|consultaremos|escribiré|escribiremos|ocuparé|"
            "ocuparemos|encargaré|encargaremos|recogeremos|recogerá|corregiré|corregiremos|corregirá|averiguaré|averiguaremos|estudiaremos|ampliaremos|sabrá|volveré|volveremos|proporcionaremos|gestionaré|gestionaremos|tramitaré|tramitaremos|procesaremos|ofreceremos|comunicaremos|comunicaré"
        ),
        "to": "a~|b~|c~|d~|e~|f~|g~|h~|i~|l~|m~|o~|p~|r~|s~|t~|u~|v~",
        "papers": "factura|facturas|contrato|presupuesto|documento|documentos|documentación|formulario|copia|informe|certificado|etiqueta|manual|instrucciones|archivo|pdf|carta|recibo|justificante|lista|borrador",
    },
)  # fmt: skip
