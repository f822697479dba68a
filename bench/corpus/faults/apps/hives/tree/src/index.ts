import './elements/hive-app';
