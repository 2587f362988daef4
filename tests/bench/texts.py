"""What people text in the bench: everyday texts in the content languages, and emergencies. Written for the bench alone."""

ROUTINE = (
    "hi", "hello are you there", "who is this", "is this free", "what do you do", "are you the police", "is this private",
    "can my boss see these texts", "thank you so much", "ok bye", "he keeps my passport in his office", "they didnt pay me for 3 weeks",
    "my boss took my papers and wont give them back", "is it safe to use this phone", "im scared of immigration what if they come",
    "hola", "buenas tardes", "es gratis esto?", "quienes son ustedes", "ustedes son la policia", "mi patron me quito el pasaporte",
    "no me han pagado en dos meses", "tengo miedo de la migra", "gracias por la ayuda", "es seguro mi telefono",
    "bonjour", "est ce que c'est gratuit", "vous etes la police?", "mon patron garde mon passeport", "on ne me paie pas", "merci beaucoup",
    "مرحبا", "هل هذا مجاني", "هل أنتم الشرطة", "صاحب العمل أخذ جواز سفري", "لم يدفعوا راتبي", "شكرا لكم",
    "你好", "这是免费的吗", "你们是警察吗", "老板拿走了我的护照", "他们不给我发工资", "谢谢",
    "здравствуйте", "это бесплатно", "вы из полиции", "хозяин забрал мой паспорт", "мне не платят зарплату", "спасибо",
)  # fmt: skip

EMERGENCIES = (
    "he has a gun and he says nobody leaves the house tonight",
    "tiene un cuchillo y esta golpeando la puerta ayuda",
    "il a un couteau et il veut me tuer maintenant",
    "معه سكين ويريد أن يقتلني الآن",
    "他拿着刀要杀我",
    "он с ножом у двери и хочет меня убить",
)
