import "./database";
