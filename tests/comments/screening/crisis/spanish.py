"""Spanish sentences that tell of danger, and everyday ones that only sound alike."""

DANGER = """
He guardado pastillas para tomármelas todas.
He comprado pastillas para tragármelas de golpe.
Me autolesiono desde el diagnóstico.
Me preguntó si pensaba en el suicidio y le dije que sí.
Quiero morir.
Me quiero morir
Quiero morirme ya.
No quiero vivir más.
Ya no quiero vivir.
Ya no quiero estar aquí.
ya no quiero estar aqui
No quiero seguir viviendo.
No quiero seguir.
No le veo sentido a seguir.
No le veo sentido a la vida
No tiene sentido seguir viviendo.
La vida no tiene sentido.
Mi vida ya no vale la pena.
No tengo ganas de vivir.
Estoy cansada de vivir.
Voy a matarme.
Me voy a matar
Me voy a suicidar esta noche.
Quiero suicidarme.
Pienso en el suicidio todos los días.
Tengo pensamientos suicidas.
Con la nueva medicación tengo ideas suicidas.
Pienso en quitarme la vida.
Quiero acabar con todo.
Quiero acabar con mi vida.
Quiero poner fin a mi vida
Todos estarían mejor sin mí.
Mi familia estaría mejor sin mí.
Nadie me echaría de menos.
Soy una carga para todos.
Ojalá no despertara mañana.
Ojalá me muera esta noche.
Ojalá no hubiera nacido.
Quiero dormirme y no despertar.
Quiero desaparecer.
Ya no puedo más.
No aguanto más, quiero morirme
No veo salida.
Estaría mejor muerto.
Tengo las pastillas a mi lado.
Me he tomado todas las pastillas.
Me tomé el bote entero.
Tengo guardadas pastillas para acabar con todo.
Me voy a tirar por el balcón.
Voy a saltar del puente.
Quiero colgarme.
Quiero cortarme las venas.
Lo voy a hacer esta noche.
¿Cuántas pastillas hacen falta para morir?
Este es mi último mensaje.
Es mi último post, gracias por todo.
Adiós a todos.
Me despido de todos para siempre.
Cuando lean esto ya no estaré.
He escrito una carta de despedida.
No volveréis a saber de mí.
Decidle a mis hijos que los quiero.
Me corto los brazos otra vez.
Tengo ganas de hacerme daño.
Quiero dejar el tratamiento y dejarme ir.
Ya no quiero luchar más.
Mi marido me pega.
Mi ex me quiere matar.
Tengo miedo de que me mate.
Mi pareja me amenaza con un cuchillo.
Estoy en peligro.
Mi hijo se quiere matar.
Mi hermana dice que no quiere vivir.
Mi hija tiene ideas suicidas.
Hace diez años quería morir. Y ahora otra vez.
Hace años intenté matarme y ahora vuelvo a pensar en lo mismo.
Ayer quise matarme.
No es broma, quiero morir.
qiero morir
Quiero su1cidarme
kiero morirme
Me qu1ero m0rir
No puedo dejar de pensar en matarme.
Le dije a mi mujer «quiero morir».
Prefiero estar muerta.
Nada me ayuda y me quiero morir
Quiero quitarme de en medio
Ya no le encuentro sentido a nada
Quisiera no despertar mañana
Me gustaría morirme
No quiero seguir así, quiero que todo acabe
Quiero que todo termine
No tengo motivos para vivir
Mejor me muero
No sirvo para nada, quiero morir
Estoy pensando en suicidarme
Pensé en matarme ayer
Tengo un plan para suicidarme
Me voy a quitar la vida
He pensado en tomarme todas las pastillas
Quiero dejar de sufrir para siempre
Nadie me va a extrañar
Es mejor que me muera
Estarían mejor si yo no estuviera
Mi esposo me golpeó anoche
Mi novio dice que me va a matar
tengo miedo de mi marido
Mi amiga quiere suicidarse
Mi madre ya no quiere vivir
Adiós, esta es mi despedida
Gracias por todo, adiós para siempre
Ya no hay razón para seguir
No le encuentro sentido a vivir
Estoy al borde del puente
Hoy es mi último día
ya no kiero vivir
no quiero vivir asi
me kiero matar
Me siento una carga
Preferiría morir
preferiria estar muerto
Mi vida no tiene sentido
No quiero estar aquí
estoy harto de vivir
Quiero matarme
quiero quitarme la vida
pienso en matarme todo el tiempo
Ya no quiero seguir viviendo así
No quiero estar más en este mundo
No puedo seguir viviendo
La vida ya no tiene sentido para mí
Ya nada tiene sentido
Quiero irme de este mundo
Quiero que me dejen morir
Voy a acabar con esto esta noche
He decidido suicidarme
Me tomé un frasco de pastillas
Tengo una soga lista
Estoy en el puente
Mi pareja me pegó ayer
Me está pegando ahora mismo
Mi marido me va a matar, ayuda
Mi padre dice que se quiere morir
mi hijo se corta
Mi amigo se va a suicidar
Soy una carga para mi familia
Sería mejor que yo no existiera
Ojalá me muriera
No quiero despertar
Este será mi último mensaje
Gracias a todos, este es mi adiós
Hace años pensé en suicidarme y ahora he vuelto a pensarlo
Quiero parar la quimio y dejarme morir
estoy pensando en tirarme al tren
me voy a cortar las venas
Me corto para sentir algo
me kiero suisidar
Me quiero m4tar
"""

EVERYDAY = """
Guardo las pastillas para tomarlas con el desayuno.
No me autolesiono.
Hace años me autolesioné, ya no.
El médico me preguntó si pensaba en el suicidio y le dije que no.
Me muero de risa.
Me muero de ganas de verte.
Me muero de hambre.
Casi me muero de la vergüenza.
Quería morirme de la vergüenza.
Este dolor de cabeza me mata.
La migraña me está matando.
Esta cola me mata.
Mi madre me va a matar cuando vea la factura.
No quiero morir.
No quiero morirme todavía.
Nunca me suicidaría.
No tengo pensamientos suicidas.
No pienso en el suicidio.
El prospecto dice «pensamientos suicidas».
El prospecto enumera ideas suicidas entre los efectos secundarios.
Hace diez años quería morir, pero hoy estoy feliz de vivir.
De joven intenté suicidarme, pero me recuperé y ahora estoy bien.
Mi padre quería morir al final.
Mi abuelo se suicidó en la guerra.
Quiero morir en casa, algún día, rodeada de los míos.
La quimio mata las células del cáncer.
La muerte celular se llama apoptosis.
Hablamos de los cuidados al final de la vida.
No quiero vivir con mis padres.
No quiero seguir con la dieta.
No puedo más con este dolor de cabeza.
No le veo sentido a tomar vitaminas.
No aguanto más la espera.
Me mato a trabajar.
Mataría por un café.
Estoy muerta de cansancio.
Estoy muerto de sueño.
Dejé el tratamiento por los efectos secundarios.
Quiero dejar las pastillas, ¿alguien lo ha hecho?
Tengo las pastillas en la mesilla por si me da un ataque de migraña.
Me tomé todas las pastillas como me dijo el médico.
Es mi último ciclo de quimio.
Este es mi último mensaje por hoy, hasta mañana.
Adiós a todos, ¡hasta mañana!
Me corté cocinando y no dejaba de sangrar.
Me corté el pelo antes de la quimio.
El médico me pegó un susto.
Se me pega la gripe de mis nietos.
El sol me pega fuerte.
Me da miedo morir.
Tengo miedo de que me quiten la vacuna.
Perdí a mi marido hace dos años.
La prevención del suicidio es importante.
Vi una película sobre la eutanasia.
Ya no puedo comer gluten.
No quiero ser una carga.
Las células mueren durante el tratamiento.
El teléfono se muere enseguida.
La vida sigue y yo disfruto de mis nietos.
Quiero vivir muchos años más.
Me encanta estar aquí con vosotros.
Saltamos al agua y nos reímos.
Mi marido me cuida muy bien.
Me muero por un helado
Me mata la curiosidad
Mataría por dormir ocho horas
La quimio me está matando
Casi me mata el susto
Me muero de calor
Mi jefe me va a matar si falto
Mi hermano se suicidó hace años.
Nunca he pensado en suicidarme
No me quiero morir
Tengo miedo a morir
Quiero vivir
Mi padre murió en casa, en paz.
Ya no quiero tomar más pastillas
No quiero seguir con este tratamiento
Estoy cansada de esperar
No puedo más de la risa
No tengo ganas de cocinar
¿Cuántas pastillas puedo tomar al día?
Me despido por hoy
Hasta mañana a todos
Es mi última sesión de radio
Mi marido me pega la gripe
Mi hijo me pega patadas jugando
Nos vemos en la próxima vida, dijo riendo
La célula se suicida: eso es la apoptosis.
Me corté con un cuchillo en la cocina.
El cáncer casi me mata.
Mi abuela murió tranquila
Me da pánico la muerte
¿Me voy a morir de esto?
Pensé que me moría de dolor
Casi me muero en el hospital, pero aquí sigo
Me dijeron que me quedaban seis meses de vida
Este calor me mata
Es para morirse de risa
El trabajo me está matando
No me cortes la conversación
Me corté el dedo
Se me acabó la paciencia
Quiero acabar con este tratamiento pronto
Quiero acabar el tratamiento y viajar
Quiero dejar de fumar
No quiero seguir hablando de esto
Estoy harta de las agujas
Ya no tiene sentido discutir
No veo la salida del hospital
Las células tumorales mueren
Mi perro me mató de risa
El médico me quitó un peso de encima
Tengo un plan para las vacaciones
No estaré aquí la próxima semana, me voy de viaje
Mi hijo me golpeó sin querer
"""
